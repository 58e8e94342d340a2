/** 빌링키: registered cards, each under the `customer_uid` that the shop gave it. */
import { type Answer, badRequest, notFound, refused, success } from '../answers.ts'
import { type Fields, listOf, textOf } from '../fields.ts'
import type { ApiChannel, ApiCustomer, NewCard } from '../payment.ts'
import type { CustomerRecord, Platform } from '../platform.ts'
import { messages, values } from '../texts.ts'
import { channelOf } from './channels.ts'
import type { Call, Handler } from './handler.ts'

/** A card with all its fields. */
export const makeCustomer = (
  { clock, settings }: Platform,
  given: Omit<NewCard, 'declines'>,
): ApiCustomer => {
  const now = clock.seconds()
  return {
    customer_uid: given.customer_uid,
    pg_provider: given.pg_provider ?? 'html5_inicis',
    pg_id: given.pg_id ?? 'sandbox',
    sandbox: given.sandbox ?? settings.testChannel ?? false,
    customer_id: given.customer_id ?? null,
    card_name: given.card_name ?? values.cardName,
    card_code: given.card_code ?? values.cardCode,
    card_issuer_code: given.card_issuer_code ?? null,
    card_issuer_name: given.card_issuer_name ?? null,
    card_publisher_code: given.card_publisher_code ?? null,
    card_publisher_name: given.card_publisher_name ?? null,
    card_number: given.card_number ?? '1234********5678',
    card_type: given.card_type ?? 0,
    customer_name: given.customer_name ?? null,
    customer_tel: given.customer_tel ?? null,
    customer_email: given.customer_email ?? null,
    customer_addr: given.customer_addr ?? null,
    customer_postcode: given.customer_postcode ?? null,
    inserted: given.inserted ?? now,
    updated: given.updated ?? now,
  }
}

/** Writes a card down under its name. The newest one answers; when the name came up stays. */
export const registerCustomer = (
  platform: Platform,
  given: Omit<NewCard, 'declines'>,
  { tier = null, declines }: { tier?: string | null; declines?: string | undefined } = {},
): ApiCustomer => {
  const before = platform.customers.get(given.customer_uid)?.customer
  const customer = makeCustomer(platform, { ...(before && { inserted: before.inserted }), ...given })
  platform.customers.set(customer.customer_uid, { customer, declines, tier })
  return customer
}

/** The card, where it is this merchant's. */
export const findCustomer = (
  { tier }: Pick<Call, 'tier'>,
  { customers }: Platform,
  customer_uid: string | undefined,
): CustomerRecord | undefined => {
  const record = customers.get(customer_uid ?? '')
  return record?.tier === tier ? record : undefined
}

/** The reason to refuse the card data of a request, if there is one. */
export const cardTrouble = (body: Fields): string | undefined => {
  for (const name of ['card_number', 'expiry']) if (!textOf(body[name])) return messages.missing(name)
  const isCard = /^\d{4}-?\d{4}-?\d{4}-?\d{3,4}$/.test(textOf(body['card_number'])!)
  return isCard && /^\d{4}-?\d{2}$/.test(textOf(body['expiry'])!) ? undefined : messages.badCard
}

/** The card data of a request, as it is registered. */
export const cardOf = (
  body: Fields,
  customer_uid: string,
  channel: ApiChannel,
): Omit<NewCard, 'declines'> => {
  const number = textOf(body['card_number'])!.replace(/-/g, '')
  const names = [
    'customer_id',
    'customer_name',
    'customer_tel',
    'customer_email',
    'customer_addr',
    'customer_postcode',
  ]
  return {
    customer_uid,
    pg_provider: channel.pg_provider,
    pg_id: channel.pg_id,
    sandbox: channel.sandbox,
    card_number: `${number.slice(0, 6)}******${number.slice(12)}`,
    ...Object.fromEntries(names.map(name => [name, textOf(body[name]) ?? null])),
  }
}

/** GET /subscribe/customers/{customer_uid} */
export const getCustomer: Handler = (call, platform) => {
  const record = findCustomer(call, platform, call.params['customer_uid'])
  return record ? success(record.customer) : notFound(messages.noCustomer)
}

/** GET /subscribe/customers?customer_uid[]=… */
export const getCustomers: Handler = (call, platform) => {
  const asked = listOf(call.query['customer_uid'])
  if (!asked.length) return badRequest(messages.missing('customer_uid'))
  const found = asked.flatMap(customer_uid => findCustomer(call, platform, String(customer_uid)) ?? [])
  if (!found.length) return notFound(messages.noCustomer)
  return success(
    found.map(({ customer }) => customer),
    found.length < asked.length ? 207 : 200,
  )
}

/** POST /subscribe/customers/{customer_uid}: a key for a card by its number. */
export const saveCustomer: Handler = (call, platform): Answer => {
  const { body, tier, params } = call
  const trouble = cardTrouble(body)
  if (trouble) return refused(trouble)
  const channel = channelOf(body, platform)
  if (!channel) return refused(messages.noChannel)
  return success(registerCustomer(platform, cardOf(body, params['customer_uid']!, channel), { tier }))
}

/**
 * DELETE /subscribe/customers/{customer_uid}: can't be undone. Scheduled payments stay, and fail when their
 * time comes.
 */
export const deleteCustomer: Handler = (call, platform) => {
  const record = findCustomer(call, platform, call.params['customer_uid'])
  if (!record) return notFound(messages.noCustomer)
  platform.customers.delete(record.customer.customer_uid)
  return success(record.customer)
}
