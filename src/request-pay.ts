import { checkRequest } from './check.ts'
import { inBrowser } from './device.ts'
import { PayError, rejectWhatThrows } from './errors.ts'
import { demand, demandNumber } from './options.ts'
import { pay } from './payment.ts'
import { notBrowser } from './texts.ts'
import type { Needs } from './types/needs.ts'
import type { CheckoutOptions } from './types/options.ts'
import type { KnownParameters } from './types/request.ts'
import type { UnverifiedPayment } from './types/response.ts'

const begin = (request: KnownParameters, options: CheckoutOptions): Promise<UnverifiedPayment> => {
  if (!inBrowser()) throw new PayError('NOT_BROWSER', notBrowser)
  demand(options?.userCode?.trim?.(), 'userCode')
  demandNumber(options.openTimeout, 'openTimeout')
  // The controller in place of its signal.
  demand(!options.signal || options.signal.addEventListener, 'signal')
  return pay(checkRequest(request, options), options)
}

/**
 * Takes a payment. Validates the request, loads the script unless it is there, adds `m_redirect_url` where the gateway
 * leaves the page, calls `IMP.request_pay`, and settles once, also where the callback never comes. Only with `v1` a window
 * that closes without a word may go unnoticed: pass a `signal`.
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
 */
export const requestPay = <Request extends KnownParameters>(
  request: Request & Needs<Request>,
  options: CheckoutOptions,
): Promise<UnverifiedPayment> => rejectWhatThrows(() => begin(request, options))
