/** Orders in SQLite, with better-sqlite3. `node:sqlite` of Node 22 is called the same way. */
import type { Database } from 'better-sqlite3'
import type { Orders, StoredOrder } from 'iamport-checkout/server'

export const schema = `
  create table if not exists orders (
    merchant_uid text primary key,
    amount real not null,
    currency text not null default 'KRW',
    closed integer not null default 0,
    payment text,
    version integer not null default 0
  );
`

type Row = Omit<StoredOrder, 'payment' | 'closed'> & { payment: string | null; closed: number }

export const sqliteOrders = (db: Database): Orders => {
  const find = db.prepare<[string], Row>('select * from orders where merchant_uid = ?')
  const save = db.prepare(
    'update orders set payment = ?, version = version + 1 where merchant_uid = ? and version = ?',
  )
  return {
    async find(merchant_uid) {
      const row = find.get(merchant_uid)
      return row && { ...row, closed: row.closed === 1, payment: row.payment && JSON.parse(row.payment) }
    },
    async save(merchant_uid, payment, version) {
      return save.run(JSON.stringify(payment), merchant_uid, version).changes === 1
    },
  }
}
