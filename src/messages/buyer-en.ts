import type { BuyerTexts } from './shape.ts'

export const buyerEn: BuyerTexts = {
  endings: {
    NOT_BROWSER: ['The payment window can’t open here. Please try again in another browser.'],
    INVALID_OPTIONS: [
      'The payment could not start because of a problem with this shop. Please contact the seller.',
    ],
    INVALID_REQUEST: [
      'The payment could not start because of a problem with the order. Please check what you entered, or contact the seller.',
    ],
    SDK_LOAD_FAILED: ['The payment window could not be loaded. Please check your connection and try again.'],
    SDK_LOAD_TIMEOUT: [
      'The payment window is taking too long to load. Please check your connection and try again.',
    ],
    SDK_INCOMPATIBLE: [
      'The payment window can’t open. Please reload the page, and contact the seller if that doesn’t help.',
    ],
    SDK_ERROR: ['Something went wrong with the payment window. Please reload the page and try again.'],
    WINDOW_NOT_OPENED: [
      'The payment window did not open. Please try again.',
      'The payment window did not open in time. You may have been charged, so please don’t pay again; check your orders first.',
    ],
    POPUP_BLOCKED: [
      'The payment window was blocked as a popup. Please allow popups for this site and try again.',
    ],
    BUSY: [
      'Another payment is already in progress. Please finish or cancel it in the payment window that is open.',
    ],
    CANCELLED: ['The payment was cancelled. You can pay again whenever you like.'],
    DUPLICATE_ORDER: [
      'This order has already been paid. Please check your orders.',
      'This order has already been paid. Please don’t pay again; check your orders.',
    ],
    PAYMENT_FAILED: ['The payment did not go through. Please try again or use another way to pay.'],
    WINDOW_CLOSED: [
      'The payment window was closed. Please try again.',
      'The payment window closed before we got a result. You may have been charged, so please don’t pay again; check your orders first.',
    ],
    RETURNED: [
      'You came back without finishing the payment. Please try again.',
      'You came back before we got a result. You may have been charged, so please don’t pay again; check your orders first.',
    ],
    ABORTED: [
      'The payment was stopped. Please try again.',
      'The payment was stopped. You may have been charged, so please don’t pay again; check your orders first.',
    ],
    UNCONFIRMED: [
      'We could not confirm your payment. Please check your orders first.',
      'We could not confirm your payment yet. You may have been charged, so please don’t pay again; check your orders first.',
    ],
    MISMATCH: [
      'Your payment needs to be checked by the seller. Please contact the seller.',
      'A payment was made that does not match this order. Please don’t pay again; the seller will look into it.',
    ],
  },
  failed: 'The payment could not be completed. Please contact the seller if this keeps happening.',
  unsure:
    'We could not confirm your payment. You may have been charged, so please don’t pay again; check your orders first.',
  verdicts: {
    paid: 'Your payment is complete. Thank you for your order.',
    awaiting: 'Your order has been placed. It is complete once your deposit has arrived.',
    pending:
      'Your payment is being processed. There is no need to pay again; we will let you know when it is complete.',
    registered: 'Your payment method has been registered.',
  },
  account: ({ number, bank, holder, due }) =>
    `Please deposit to ${[bank, number].filter(Boolean).join(' ')}${holder ? ` (${holder})` : ''}${due ? ` by ${due} (Korean time)` : ''}.`,
  said: text => `(The payment provider says: ${text})`,
}
