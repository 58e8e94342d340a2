/** Charges without a window: `again` with a registered card, `onetime` with a card's number. */
import { type Answer, refused, success } from '../answers.ts'
import { type Fields, numberOf, textOf } from '../fields.ts'
import { makePayment } from '../make-payment.ts'
import type { ApiCustomer, ApiPayment, NewPayment } from '../payment.ts'
import { answerOf, type PaymentRecord } from '../payment-book.ts'
import { makerOf, type Platform } from '../platform.ts'
import { messages } from '../texts.ts'
import { channelOf } from './channels.ts'
import { cardOf, cardTrouble, findCustomer, makeCustomer, registerCustomer } from './customers.ts'
import type { Handler } from './handler.ts'

/** Whether an attempt of the order was paid, given back or not: its number can't be paid with again. */
export const isPaidOrder = ({ payments }: Platform, merchant_uid: string): boolean =>
  payments.ofOrder(merchant_uid).some(({ payment }) => payment.paid_at > 0)

/** Order, amount and currency of a charge, or the refusal of it. */
export const readCharge = (
  body: Fields,
  platform: Platform,
): { merchant_uid: string; amount: number; currency: string | undefined } | Answer => {
  const merchant_uid = textOf(body['merchant_uid'])
  const amount = numberOf(body['amount'])
  if (!merchant_uid) return refused(messages.missing('merchant_uid'))
  if (merchant_uid.length > 40) return refused(messages.wrong('merchant_uid'))
  if (amount === undefined) return refused(messages.missing('amount'))
  if (!(amount > 0)) return refused(messages.wrong('amount'))
  if (isPaidOrder(platform, merchant_uid)) return refused(messages.alreadyPaid)
  return { merchant_uid, amount, currency: textOf(body['currency']) }
}

/** The fields of order and buyer in a body. `custom_data` may be an object, and is kept as text. */
export const describedBy = (body: Fields): Partial<NewPayment> => {
  const names = ['name', 'buyer_name', 'buyer_email', 'buyer_tel', 'buyer_addr', 'buyer_postcode'] as const
  const custom = body['custom_data']
  return {
    ...Object.fromEntries(names.map(name => [name, textOf(body[name]) ?? null])),
    custom_data: typeof custom === 'object' && custom ? JSON.stringify(custom) : (textOf(custom) ?? null),
  }
}

/** The addresses that a body names for its webhooks. */
export const noticeUrlsOf = (body: Fields): readonly string[] =>
  [body['notice_url']].flat().flatMap(url => textOf(url) ?? [])

/** Why a charge is declined, if it is. */
export const declinedBecause = ({ settings }: Platform, ofCard: string | undefined): string | undefined => {
  const { declineCards } = settings
  if (declineCards === true) return messages.declined
  return declineCards || ofCard
}

/** The card's owner, who is the buyer where the charge names none. */
const buyerOf = (customer: ApiCustomer): Partial<ApiPayment> => ({
  buyer_name: customer.customer_name,
  buyer_email: customer.customer_email,
  buyer_tel: customer.customer_tel,
  buyer_addr: customer.customer_addr,
  buyer_postcode: customer.customer_postcode,
})

const withoutNull = (fields: Partial<NewPayment>): Partial<NewPayment> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))

/** Charges a card: the payment is there in any case, paid or failed. */
export const charge = (
  platform: Platform,
  customer: ApiCustomer,
  given: NewPayment,
  { declines, tier }: { declines: string | undefined; tier: string | null },
): PaymentRecord => {
  const { payments, ids } = platform
  const reason = declinedBecause(platform, declines)
  const { notice_url, ...fields } = withoutNull(given)
  const payment = makePayment(
    'charge',
    {
      imp_uid: ids.subscriptionImpUid(),
      channel: 'api',
      pay_method: customer.pg_provider === 'paypal_v2' ? 'paypal' : 'card',
      pg_provider: customer.pg_provider,
      pg_id: customer.pg_id,
      sandbox: customer.sandbox,
      ...buyerOf(customer),
      ...fields,
      ...(reason ? { status: 'failed', fail_reason: reason } : { status: 'paid' }),
    },
    makerOf(platform),
  )
  return payments.open(payment, { notice_url, tier_code: tier })
}

/**
 * POST /subscribe/payments/again. A declined card is a success, too: the payment's status says that it
 * failed.
 */
export const chargeAgain: Handler = (call, platform) => {
  const { body, tier } = call
  const customer_uid = textOf(body['customer_uid'])
  if (!customer_uid) return refused(messages.missing('customer_uid'))
  if (!textOf(body['name'])) return refused(messages.missing('name'))
  const wanted = readCharge(body, platform)
  if ('code' in wanted) return wanted
  const found = findCustomer(call, platform, customer_uid)
  if (!found) return refused(messages.noCustomer)
  const { customer, declines } = found
  if (customer.pg_provider === 'paypal_v2' && !wanted.currency) return refused(messages.missing('currency'))
  const given: NewPayment = {
    ...describedBy(body),
    merchant_uid: wanted.merchant_uid,
    amount: wanted.amount,
    currency: wanted.currency ?? 'KRW',
    customer_uid,
    customer_uid_usage: 'payment',
    notice_url: noticeUrlsOf(body),
  }
  const record = charge(platform, customer, given, { declines, tier })
  // Failures are told to the caller, who is there, and to nobody else.
  if (record.payment.status === 'paid') platform.webhooks.send(record)
  return success(answerOf(record))
}

/** POST /subscribe/payments/onetime. With a `customer_uid` the card is registered, too, once it has paid. */
export const chargeOnce: Handler = (call, platform) => {
  const { body, tier } = call
  const wanted = readCharge(body, platform)
  if ('code' in wanted) return wanted
  const trouble = cardTrouble(body)
  if (trouble) return refused(trouble)
  const channel = channelOf(body, platform)
  if (!channel) return refused(messages.noChannel)
  const customer_uid = textOf(body['customer_uid'])
  const card = cardOf(body, customer_uid ?? '', channel)
  const given: NewPayment = {
    ...describedBy(body),
    imp_uid: platform.ids.impUid(),
    merchant_uid: wanted.merchant_uid,
    amount: wanted.amount,
    currency: wanted.currency ?? 'KRW',
    ...(customer_uid && { customer_uid, customer_uid_usage: 'payment' as const }),
    notice_url: noticeUrlsOf(body),
  }
  const record = charge(platform, makeCustomer(platform, card), given, { declines: undefined, tier })
  if (record.payment.status === 'paid') {
    if (customer_uid) registerCustomer(platform, card, { tier })
    platform.webhooks.send(record)
  }
  return success(answerOf(record))
}
