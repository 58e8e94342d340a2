/** The orders of the shop, in Postgres. The payment's own columns are those of docs/stores/postgres.ts, which a shop may copy. */
import { randomBytes } from 'node:crypto'
import { describeReason, type Orders, type PaymentRecord } from 'iamport-checkout/server'
import { postgresOrders, schema } from '../../docs/stores/postgres.ts'
import { catalogue } from '../shared/catalogue.ts'
import type { Cart, Currency, LogEntry, Order } from '../shared/order.ts'
import { type Database, openDatabase } from './database.ts'

/** Beyond the recipe: what was bought, whether a real account takes the money, and what the timeline shows. */
const ownSchema = `
  alter table orders add column if not exists cart jsonb;
  alter table orders add column if not exists is_real boolean not null default false;
  create table if not exists order_log (merchant_uid text, at float8, what text, detail text);
`

let opening: Promise<Database> | undefined

const open = async (): Promise<Database> => {
  const db = await openDatabase()
  for (const statement of (schema + ownSchema).split(';')) if (statement.trim()) await db.query(statement)
  return db
}

/** The first one to ask for it makes the tables. */
export const database = (): Promise<Database> => {
  opening ??= open()
  return opening
}

/**
 * The store that `createPayments` works on. Orders of the sandbox and of a real account are kept apart, so that a payment
 * of the sandbox, which anybody can make, never pays for a real order.
 */
export const ordersOf = (account: 'sandbox' | 'real'): Orders => ({
  async find(merchant_uid) {
    const db = await database()
    const { rows } = await db.query('select is_real from orders where merchant_uid = $1', [merchant_uid])
    const isOurs = rows[0]?.is_real === (account === 'real')
    return isOurs ? postgresOrders(db).find(merchant_uid) : undefined
  },
  async save(merchant_uid, payment, version) {
    return postgresOrders(await database()).save(merchant_uid, payment, version)
  },
})

/** Letters and digits only, because some gateways take nothing else; random, because a shop must not reuse one. */
const newNumber = (): string => `shop${Date.now().toString(36)}${randomBytes(3).toString('hex')}`

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100

const readCart = (wanted: unknown): Cart => {
  const counts = (wanted ?? {}) as Record<string, unknown>
  return Object.fromEntries(
    catalogue.map(({ id }) => [id, isCount(counts[id]) ? counts[id] : 0]),
  ) as unknown as Cart
}

/**
 * Makes an order, before any payment window opens. The browser says what it wants and how many; what that costs, only the
 * server says.
 *
 * @returns undefined for an empty cart.
 */
export const addOrder = async (
  wanted: unknown,
  { currency, isReal }: { currency: Currency; isReal: boolean },
): Promise<Order | undefined> => {
  const cart = readCart(wanted)
  const amount = catalogue.reduce((sum, { id, price }) => sum + cart[id] * price[currency], 0)
  if (!amount) return undefined
  const merchant_uid = newNumber()
  const db = await database()
  await db.query(
    'insert into orders (merchant_uid, amount, currency, cart, is_real) values ($1, $2, $3, $4, $5)',
    [merchant_uid, amount, currency, cart, isReal],
  )
  await note(merchant_uid, 'ordered')
  return findOrder(merchant_uid)
}

/** Writes into the order's history, for the timeline. */
export const note = async (merchant_uid: string, what: LogEntry['what'], detail = ''): Promise<void> => {
  const db = await database()
  await db.query('insert into order_log values ($1, $2, $3, $4)', [merchant_uid, Date.now(), what, detail])
}

/** An order as its buyer may see it. */
export const findOrder = async (merchant_uid: string): Promise<Order | undefined> => {
  const db = await database()
  const { rows: orders } = await db.query(
    `select amount::float8 as amount, currency, cart, payment,
       exists (select from shipments where shipments.merchant_uid = orders.merchant_uid) as shipped
     from orders where merchant_uid = $1`,
    [merchant_uid],
  )
  const [order] = orders
  if (!order) return undefined
  const { rows: log } = await db.query(
    'select at, what, detail from order_log where merchant_uid = $1 order by at',
    [merchant_uid],
  )
  const { amount, currency, cart, shipped } = order
  const payment = order.payment as PaymentRecord | null
  return {
    merchant_uid,
    cart,
    amount,
    currency,
    shipped,
    verdict: payment?.verdict ?? null,
    reason: payment && { ko: describeReason(payment.reason, 'ko'), en: describeReason(payment.reason, 'en') },
    imp_uid: payment?.imp_uid ?? null,
    paid: payment?.paid ?? 0,
    refunded: payment?.refunded ?? 0,
    account: payment?.account ?? null,
    log,
  }
}
