/** A script that does what a test says, on a page as it is after a load. */

/** What the package keeps on the page, which goes with the page. The tab remembers on. */
const KEY = Symbol.for('iamport-checkout')

export const leavePage = (): void => {
  Reflect.deleteProperty(window, KEY)
}

type Callback = (response: unknown) => void

/** Puts an `IMP` on a page that was just loaded. */
export const stubImp = (
  requestPay: (params: Record<string, unknown>, callback: Callback) => void = () => {},
  members: object = {},
): void => {
  leavePage()
  Object.assign(window, { IMP: { init() {}, request_pay: requestPay, ...members } })
}
