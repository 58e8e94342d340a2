/** Calls a function of the shop's. What it throws is the shop's, and shows up as any unhandled rejection does. */
export const tell = <T>(listener: (value: T) => void, value: T): void => {
  try {
    listener(value)
  } catch (error) {
    void Promise.reject(error)
  }
}
