/**
 * All that the page of a shop does about payments. The code tab shows the lines between the two marks, with the form's values
 * in place of `page.…`: what is copied there is what runs here.
 */
import {
  createCheckout,
  type PayError,
  type PayRequest,
  type ProgressStep,
  type ShopOptions,
  type VerifiedPayment,
} from 'iamport-checkout'

/** What the page says, and how it shows what comes. Read anew at each use, because the form may change it. */
export interface Page {
  readonly options: ShopOptions
  readonly merchant_uid: string
  readonly request: PayRequest
  showStep(step: ProgressStep): void
  showPayment(payment: VerifiedPayment): void
  showError(error: PayError): void
}

export const takePayments = (page: Page) => {
  // <code>
  const checkout = createCheckout(page.options)

  // Load the script ahead, or browsers block the popups of a click.
  checkout.load().catch(() => {})

  // On every load of the page: a payment may come back to it by a redirect, with the Back button or after a reload.
  const resume = () =>
    checkout
      .resume({ merchant_uid: page.merchant_uid, onProgress: page.showStep })
      .then(payment => payment && page.showPayment(payment), page.showError)

  // Inside the click. It resolves only when your server has found the order to be paid.
  const pay = () =>
    checkout
      .pay(page.request, { onProgress: page.showStep, onLateResult: page.showPayment })
      .then(page.showPayment, page.showError)
  // </code>
  return { resume, pay }
}
