/**
 * Records each call of `IMP.request_pay`, also for the page that a payment lands on, and lets it through. Runs in the
 * page, which gets it as text: it can't use anything from outside itself.
 */
export const spyOnSdk = (): void => {
  window.calls = []
  let imp: Record<string, unknown> | undefined
  Object.defineProperty(window, 'IMP', {
    configurable: true,
    get: () => imp,
    set(value) {
      imp = value
      const original = value?.request_pay
      if (typeof original !== 'function') return
      value.request_pay = (params: object, callback: unknown) => {
        window.calls.push(JSON.parse(JSON.stringify(params)))
        sessionStorage.setItem('calls', JSON.stringify(window.calls))
        return original.call(value, params, callback)
      }
    },
  })
}
