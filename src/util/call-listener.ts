/**
 * Calls a function of the shop's. An exception of it is the shop's own, and shows up as any unhandled rejection does; it
 * must not end what the package is doing.
 */
export const callListener = <Value>(listener: ((value: Value) => void) | undefined, value: Value): void => {
  try {
    listener?.(value)
  } catch (error) {
    void Promise.reject(error)
  }
}
