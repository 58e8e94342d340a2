/** The request that the form stands for. */
import type { PayRequest } from 'iamport-checkout'
import type { Order } from '../shared/order.ts'
import type { Ticket } from '../shared/ticket.ts'
import { allFields, cartRows, type Field, fieldsOf } from './fields.ts'
import { sinceOf } from './gateways.ts'
import type { ProductRow, Settings } from './settings.ts'

export interface Draft {
  /** What the form says, right or wrong. */
  request: PayRequest
  /** Fields whose text is no JSON. */
  unreadable: string[]
}

/** A number as a number. Anything else stays a text, for the validation to find. */
const asNumber = (text: string): unknown => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

const asProduct = ({ orderNumber, name, quantity, amount }: ProductRow): object =>
  Object.fromEntries(
    Object.entries({ orderNumber, name, quantity: asNumber(quantity), amount: asNumber(amount) }).filter(
      ([, value]) => value !== '',
    ),
  )

const parseText = (field: Field, text: string): unknown => {
  if (field.kind === 'number') return asNumber(text)
  if (field.kind === 'switch') return text === 'true'
  if (field.kind === 'json') return JSON.parse(text)
  return text
}

/** Puts a value at a path with dots. */
const put = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const [key, ...rest] = path.split('.') as [string, ...string[]]
  if (rest.length) {
    target[key] ??= {}
    put(target[key] as Record<string, unknown>, rest.join('.'), value)
  } else target[key] = value
}

/** What a field has now, as text. */
export const textOf = (field: Field, { values }: Settings): string => values[field.path] ?? field.sample

export const draftOf = (settings: Settings, order: Order): Draft => {
  const { pg, method, escrow, products, trouble } = settings
  const request: Record<string, unknown> = {
    pg,
    ...(method && { pay_method: method }),
    ...(escrow && { escrow }),
    merchant_uid: order.merchant_uid,
  }
  const unreadable: string[] = []
  for (const field of allFields(fieldsOf(settings, order))) {
    if (field.kind === 'products') {
      put(request, field.path, (products ?? cartRows(settings, order)).map(asProduct))
      continue
    }
    const text = textOf(field, settings)
    // An empty field is one that the shop doesn't send.
    if (!text.trim()) continue
    try {
      put(request, field.path, parseText(field, text))
    } catch {
      unreadable.push(field.path)
      put(request, field.path, text)
    }
  }
  // The buyer opens the developer tools and pays less.
  if (trouble === 'tampered') request['amount'] = Math.ceil(order.amount / 100)
  return { request: request as unknown as PayRequest, unreadable }
}

export const ticketOf = (settings: Settings, order: Order): Ticket => {
  const { account, landing, trouble, lang, pg } = settings
  return {
    order,
    request: draftOf(settings, order).request,
    account,
    since: sinceOf(pg),
    landing,
    trouble: account ? 'none' : trouble,
    lang,
  }
}
