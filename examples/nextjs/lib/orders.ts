/** The shop's orders, in Postgres: PGlite keeps them in a folder here. With a server's `pg` the statements are the same. */
import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import type { Verdict } from 'iamport-checkout'
import type { Orders } from 'iamport-checkout/server'
import { once } from './once'

const open = async (): Promise<PGlite> => {
  const db = await PGlite.create(process.env.DATA_FOLDER ?? '.data')
  await db.exec(`
    create table if not exists orders (
      merchant_uid text primary key,
      name text not null,
      amount integer not null,
      payment jsonb,
      version integer not null default 0
    );
    create table if not exists shipments (merchant_uid text primary key references orders);
  `)
  return db
}
// Opened by the first question, and not by a build.
// biome-ignore lint/suspicious/noExplicitAny: rows are what the statement says.
const query = async (sql: string, values: unknown[]): Promise<any[]> => {
  const db = await once('shop-database', open)
  return (await db.query(sql, values)).rows
}

export interface Order {
  merchant_uid: string
  name: string
  amount: number
  verdict: Verdict
  isShipped: boolean
}

/** Makes an order, with the price that the shop asks: none of it comes from the browser. */
export const createOrder = async (): Promise<string> => {
  const merchant_uid = randomUUID().replaceAll('-', '')
  await query('insert into orders (merchant_uid, name, amount) values ($1, $2, $3)', [
    merchant_uid,
    '드립백 커피 10개',
    14000,
  ])
  return merchant_uid
}

/** What the buyer's page shows of an order. */
export const readOrder = async (merchant_uid: string): Promise<Order | undefined> => {
  const [order] = await query(
    `select merchant_uid, name, amount, coalesce(payment ->> 'verdict', 'unpaid') as verdict,
       exists (select from shipments where shipments.merchant_uid = orders.merchant_uid) as "isShipped"
     from orders where merchant_uid = $1`,
    [merchant_uid],
  )
  return order
}

/** What the package needs of them. The goods go out in the statement that writes the payment: once, whatever happens. */
export const orders: Orders = {
  async find(merchant_uid) {
    const [order] = await query('select amount, payment, version from orders where merchant_uid = $1', [
      merchant_uid,
    ])
    return order
  },
  async save(merchant_uid, payment, version) {
    const saved = await query(
      `with saved as (
         update orders set payment = $2, version = version + 1
         where merchant_uid = $1 and version = $3 returning merchant_uid
       ), shipped as (
         insert into shipments select merchant_uid from saved where $4 = 'paid' on conflict do nothing
       )
       select merchant_uid from saved`,
      [merchant_uid, payment, version, payment.verdict],
    )
    return saved.length === 1
  },
}
