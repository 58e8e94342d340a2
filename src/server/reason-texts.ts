/** Why a verdict is what it is, in words that a shop's staff understands, in English and Korean. */
import type { Reason } from './reasons.ts'

const texts: Readonly<Record<Reason, { en: string; ko: string }>> = {
  // The order's own money.
  paid: {
    en: 'Paid in full: amount, currency and order number are those of the order.',
    ko: '결제 완료: 금액, 통화, 주문번호가 주문과 일치합니다.',
  },
  'paid-with-promotion': {
    en: 'Paid: the amount and the discount of a promotion add up to the price of the order.',
    ko: '결제 완료: 결제 금액과 프로모션 할인액의 합이 주문 금액과 일치합니다.',
  },
  'refunded-in-part': {
    en: 'Paid, and a part of the money was refunded.',
    ko: '결제 완료 후 일부 금액이 환불되었습니다.',
  },

  // Money that moved and isn't as the order says.
  'amount-differs': {
    en: 'The amount paid is not the price of the order. Refund it, or settle it with the buyer.',
    ko: '결제 금액이 주문 금액과 다릅니다. 환불하거나 구매자와 협의해 주세요.',
  },
  'currency-differs': {
    en: 'The payment is in another currency than the order. Refund it, or settle it with the buyer.',
    ko: '결제 통화가 주문 통화와 다릅니다. 환불하거나 구매자와 협의해 주세요.',
  },
  'order-closed': {
    en: 'Money came for an order that was closed. Refund it, or reopen the order.',
    ko: '종료된 주문에 결제가 들어왔습니다. 환불하거나 주문을 다시 열어 주세요.',
  },

  // Money that may still come by itself.
  'unknown-status': {
    en: 'PortOne reports a status that is not known here. Look the payment up in its console.',
    ko: '알 수 없는 결제 상태입니다. 포트원 콘솔에서 결제를 확인해 주세요.',
  },
  'unknown-usage': {
    en: 'PortOne reports a use of a registered card that is not known here, or a payment of nothing. Look it up in its console.',
    ko: '알 수 없는 등록 카드(빌링키) 결제이거나 0원 결제입니다. 포트원 콘솔에서 결제를 확인해 주세요.',
  },
  'registered-with-charge': {
    en: 'A card was registered at a gateway that may have charged it at once. Look up whether money came.',
    ko: '카드가 등록되었고, 등록과 동시에 결제되었을 수 있습니다. 실제 결제 여부를 확인해 주세요.',
  },
  'refund-not-final': {
    en: 'A refund was asked for, and the gateway has not carried it out yet.',
    ko: '환불이 요청되었고, 결제사가 아직 처리하지 않았습니다.',
  },
  'gateway-decides-later': {
    en: 'The gateway has not decided yet. It tells later, by webhook.',
    ko: '결제사가 아직 승인 여부를 결정하지 않았습니다. 결과는 나중에 웹훅으로 통지됩니다.',
  },

  // A deposit that the buyer still has to make, a card that was registered.
  'account-issued': {
    en: 'A virtual account was issued. The deposit has not come yet.',
    ko: '가상계좌가 발급되었고, 아직 입금되지 않았습니다.',
  },
  'slip-issued': {
    en: 'A slip for a convenience store was issued. It has not been paid yet.',
    ko: '편의점 결제 번호가 발급되었고, 아직 납부되지 않았습니다.',
  },
  'card-registered': {
    en: 'A card was registered (billing key). The amount was only shown, and nothing was charged.',
    ko: '카드가 등록되었습니다(빌링키). 금액은 표시만 되었고 결제되지 않았습니다.',
  },

  // Little hope, or no money of this order.
  'may-be-approved-later': {
    en: 'Reported as failed by a gateway that may still approve it. Wait, or look it up, before the buyer pays again.',
    ko: '실패로 보고되었지만 나중에 승인될 수 있는 결제사입니다. 다시 결제하기 전에 기다리거나 확인해 주세요.',
  },
  'other-order': {
    en: 'The payment that was named belongs to another order.',
    ko: '제시된 결제는 다른 주문의 결제입니다.',
  },

  // No money, or none that is real.
  refunded: {
    en: 'Cancelled: whatever had been paid was refunded in full.',
    ko: '취소됨: 결제된 금액이 전액 환불되었습니다.',
  },
  'test-channel': {
    en: 'Paid by a test channel: no money moved. Where you sell, hand nothing out, and delete test channels.',
    ko: '테스트 채널 결제로, 실제 돈이 이동하지 않았습니다. 상품을 내주지 말고, 운영 중에는 테스트 채널을 삭제해 주세요.',
  },
  failed: {
    en: 'The payment failed. No money came.',
    ko: '결제에 실패했습니다. 입금된 돈이 없습니다.',
  },
  'window-left': {
    en: 'The payment window was opened and left. No money came.',
    ko: '결제창이 열렸지만 결제되지 않았습니다.',
  },
  'test-ended': {
    en: 'A payment by a test channel has ended. No money came.',
    ko: '테스트 채널 결제가 종료되었습니다. 입금된 돈이 없습니다.',
  },
  'no-payment': {
    en: 'PortOne knows of no payment for this order.',
    ko: '이 주문의 결제 내역이 없습니다.',
  },

  // What only `onReview` says: these are about a payment beside the order's own, or about a question.
  'second-payment': {
    en: 'The order is paid already, and this is a further payment for it. Refund one of them.',
    ko: '이미 결제된 주문에 결제가 한 번 더 들어왔습니다. 둘 중 하나를 환불해 주세요.',
  },
  'consent-asked': {
    en: 'The gateway asked for consent and nobody was there to give it: pass onConfirm to createPayments.',
    ko: '결제사가 승인 동의를 요청했지만 응답할 곳이 없습니다. createPayments에 onConfirm을 지정해 주세요.',
  },
}

/**
 * A reason in words that a shop's staff understands. Buyers get `describePayment` and `describeError` of
 * `iamport-checkout/messages`.
 *
 * @example
 * describeReason('second-payment', 'ko') // '이미 결제된 주문에 결제가 한 번 더 들어왔습니다. 둘 중 하나를 환불해 주세요.'
 */
export const describeReason = (reason: Reason, locale: 'ko' | 'en'): string => texts[reason][locale]
