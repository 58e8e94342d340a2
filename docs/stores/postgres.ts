/**
 * Orders in Postgres, and the goods with them: `shipments` is written in the statement that writes the payment, so a paid
 * order is shipped once, whatever happens to the process. Works with `pg`, and with PGlite.
 */
import type { Orders } from 'iamport-checkout/server'

export const schema = `
  create table if not exists orders (
    merchant_uid text primary key,
    amount numeric not null,
    currency text not null default 'KRW',
    closed boolean not null default false,
    payment jsonb,
    version integer not null default 0
  );
  create table if not exists shipments (merchant_uid text primary key references orders);
`

/** A `Pool` of pg, or a PGlite. */
interface Database {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what the statement says.
  query(sql: string, values: unknown[]): Promise<{ rows: any[] }>
}

export const postgresOrders = (db: Database): Orders => ({
  async find(merchant_uid) {
    // float8, because pg gives numeric as text.
    const columns = 'amount::float8 as amount, currency, closed, payment, version'
    const { rows } = await db.query(`select ${columns} from orders where merchant_uid = $1`, [merchant_uid])
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
})
