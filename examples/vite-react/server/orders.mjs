/** The shop's orders, in Postgres: PGlite keeps them in a folder here. With a server's `pg` the statements are the same. */
import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'

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

/** Makes an order, with the price that the shop asks: none of it comes from the browser. */
export const createOrder = async () => {
  const order = { merchant_uid: randomUUID().replaceAll('-', ''), name: '드립백 커피 10개', amount: 14000 }
  await db.query('insert into orders (merchant_uid, name, amount) values ($1, $2, $3)', Object.values(order))
  return order
}

/** What the buyer's page shows of an order; undefined where there is none. */
export const readOrder = async merchant_uid => {
  const { rows } = await db.query(
    `select merchant_uid, name, amount, coalesce(payment ->> 'verdict', 'unpaid') as verdict,
       exists (select from shipments where shipments.merchant_uid = orders.merchant_uid) as "isShipped"
     from orders where merchant_uid = $1`,
    [merchant_uid],
  )
  return rows[0]
}

/** What the package needs of them. The goods go out in the statement that writes the payment: once, whatever happens. */
export const orders = {
  async find(merchant_uid) {
    const { rows } = await db.query('select amount, payment, version from orders where merchant_uid = $1', [
      merchant_uid,
    ])
    return rows[0]
  },
  async save(merchant_uid, payment, version) {
    const { rows } = await db.query(
      `with saved as (
         update orders set payment = $2, version = version + 1
         where merchant_uid = $1 and version = $3 returning merchant_uid
       ), shipped as (
         insert into shipments select merchant_uid from saved where $4 = 'paid' on conflict do nothing
       )
       select merchant_uid from saved`,
      [merchant_uid, payment, version, payment.verdict],
    )
    return rows.length === 1
  },
}
