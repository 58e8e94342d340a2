/**
 * Calls a function of the shop's. What the function throws must not end the package's own work, and shows up as an unhandled
 * rejection.
 */
export const callListener = <Value>(listener: ((value: Value) => void) | undefined, value: Value): void => {
  try {
    listener?.(value)
  } catch (error) {
    void Promise.reject(error)
  }
}
