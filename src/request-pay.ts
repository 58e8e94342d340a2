/** Taking a payment. */
import { demandSignal, demandTime, demandUserCode } from './check-options.ts'
import { brokenRequest, notBrowser } from './developer-texts.ts'
import { PayError, rejectWhatThrows } from './errors.ts'
import type { Issue } from './issue.ts'
import { runPayment } from './payment/run-payment.ts'
import { warn } from './payment/warn.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { PaymentOptions, ShopOptions } from './public-options.ts'
import type { Needs } from './types/needs.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'
import { asText } from './util/as-text.ts'
import { inBrowser } from './util/device.ts'

/** Prepares a payment that is about to begin. A request that can't be read rejects as one with an issue does. */
const prepareOrExplain = (request: KnownParameters, options: ShopOptions): Prepared => {
  try {
    return prepare(request, options)
  } catch (cause) {
    const message = asText(cause instanceof Error ? cause.message : cause)
    const issue: Issue = { level: 'error', code: 'TYPE', path: '', message, expected: 'object' }
    throw new PayError('INVALID_REQUEST', brokenRequest([message]), { issues: [issue], cause })
  }
}

/** Reports warnings, and refuses a request with errors. */
const demandRequest = (request: KnownParameters, options: ShopOptions): Prepared => {
  const prepared = prepareOrExplain(request, options)
  const { issues, params } = prepared
  for (const issue of issues) if (issue.level === 'warning') warn(issue, options.onWarning)
  const errors = issues.filter(({ level }) => level === 'error')
  if (!errors.length) return prepared
  throw new PayError('INVALID_REQUEST', brokenRequest(errors.map(({ message }) => message)), {
    issues,
    merchant_uid: asText(params.merchant_uid) || undefined,
  })
}

const begin = (
  request: KnownParameters,
  options: ShopOptions & PaymentOptions,
): Promise<UnverifiedPayment> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  demandUserCode(options?.userCode)
  const { openTimeout, signal } = options
  if (openTimeout !== false) demandTime(openTimeout, 'openTimeout')
  demandSignal(signal)
  return runPayment(demandRequest(request, options), options)
}

/**
 * Takes a payment. Validates the request, loads the script unless it is there, adds `m_redirect_url` where the gateway
 * leaves the page, calls `IMP.request_pay`, and settles once, also where the callback never comes. A window of the new way
 * that `v1` draws and that goes without a word can be told only by what its driver adds to the page; where that is nothing,
 * `onProgress` says that it is open, and `signal` is the way out.
 *
 * Where the gateway leaves the page the promise never gets to settle: the result is at the landing page's `resumePay`.
 * With the script already there, `IMP.request_pay` has been called when this returns, so that popups belong to the click.
 *
 * One payment at a time: while one is pending, a second call for the same `merchant_uid` gets the promise of the first
 * (its own request and options are not looked at any further), and one for another order rejects with `BUSY`.
 *
 * @param request the parameters of `IMP.request_pay`. It is not written to.
 * @returns what the browser was told. It proves nothing: have your server verify `imp_uid` and `merchant_uid`.
 * @throws PayError (as a rejection, never synchronously). `mayHavePaid` says whether the server must look before the
 * buyer may pay again.
 *
 * @example
 * const payment = await requestPay(
 *   { pg: 'html5_inicis', merchant_uid: 'order_1', name: '주문명', amount: 14000, buyer_tel: '010-1234-5678' },
 *   { userCode: 'imp12345678' },
 * )
 */
export const requestPay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
  options: ShopOptions & PaymentOptions,
): Promise<UnverifiedPayment> => rejectWhatThrows(() => begin(request, options))
