/** The stores of docs/stores, as they are written there, tried out by the kit that a shop uses for its own. */
import { PGlite } from '@electric-sql/pglite'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/pglite'
import pg from 'pg'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drizzleOrders, orders as drizzleTable } from '../../../docs/stores/drizzle.ts'
import { postgresOrders, schema as postgresSchema } from '../../../docs/stores/postgres.ts'
import { redisOrders } from '../../../docs/stores/redis.ts'
import { sqliteOrders, schema as sqliteSchema } from '../../../docs/stores/sqlite.ts'
import { type OrderToStore, testOrders } from '../../../src/server/index.ts'
import { ordersOf, runBadDay, settled } from '../torture.ts'
import { type Service, serviceOf, startPostgres, startRedis } from './services.ts'

const INSERT = 'insert into orders (merchant_uid, amount, currency) values ($1, $2, $3)'
const values = ({
  merchant_uid,
  amount,
  currency = 'KRW',
}: {
  merchant_uid: string
  amount: number
  currency?: string
}) => [merchant_uid, amount, currency]

/** Both Postgres' own and PGlite are asked this way. */
interface Database {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** Writes a line each time that an order becomes paid, by itself: no store can make two look like one. */
const WATCH = `
  create table became_paid (merchant_uid text not null);
  create function note_paid() returns trigger language plpgsql as $$
    begin insert into became_paid values (new.merchant_uid); return null; end $$;
  create trigger became_paid after update on orders for each row
    when (new.payment ->> 'verdict' = 'paid' and old.payment ->> 'verdict' is distinct from 'paid')
    execute function note_paid();
`

const isRight = async (db: Database, count: number) => {
  const { rows } = await db.query(
    'select merchant_uid, payment, version from orders where payment is not null',
  )
  const stored = Object.fromEntries(
    (rows as { merchant_uid: string; payment: unknown }[]).map(it => [it.merchant_uid, it.payment]),
  )
  expect(stored).toEqual(
    Object.fromEntries(ordersOf(count).map(({ merchant_uid }, index) => [merchant_uid, settled(index)])),
  )
  for (const table of ['shipments', 'became_paid']) {
    const { rows } = await db.query(`select merchant_uid from ${table}`)
    const numbers = (rows as { merchant_uid: string }[]).map(it => it.merchant_uid)
    expect([table, numbers.sort()]).toEqual([
      table,
      ordersOf(count)
        .map(it => it.merchant_uid)
        .sort(),
    ])
  }
}

const fill = async (db: Database, count: number) => {
  await db.query('delete from became_paid')
  await db.query('delete from shipments')
  await db.query('delete from orders')
  for (const order of ordersOf(count)) await db.query(INSERT, values(order))
}

describe('PGlite', () => {
  let db: PGlite
  beforeAll(async () => {
    db = await PGlite.create()
    await db.exec(postgresSchema + WATCH)
  })
  afterAll(() => db.close())

  it('stores orders', () =>
    testOrders(
      async (order: OrderToStore) => {
        await db.query(INSERT, values(order))
        return postgresOrders(db)
      },
      { expect },
    ))

  it.each([1, 50])(
    'a thousand calls at once on %d orders, on a bad day, hand out goods exactly once',
    async count => {
      await fill(db, count)
      const { report, errors } = await runBadDay(postgresOrders(db), count, 7)
      expect(errors).toEqual([])
      expect(report.failed).toEqual([])
      await isRight(db, count)
    },
  )

  it('stores orders by Drizzle', async () => {
    await db.exec(
      "create table drizzle_orders (merchant_uid text primary key, amount float8 not null, currency text not null default 'KRW', closed boolean not null default false, payment jsonb, version integer not null default 0)",
    )
    const orm = drizzle(db)
    await testOrders(
      async (order: OrderToStore) => {
        await orm.insert(drizzleTable).values(order)
        return drizzleOrders(orm)
      },
      { expect },
    )
  })
})

describe('SQLite', () => {
  it('stores orders', async () => {
    const db = new Sqlite(':memory:')
    db.exec(sqliteSchema)
    const insert = db.prepare('insert into orders (merchant_uid, amount, currency) values (?, ?, ?)')
    await testOrders(
      (order: OrderToStore) => {
        insert.run(...values(order))
        return sqliteOrders(db)
      },
      { expect },
    )
    db.close()
  })
})

const postgres = serviceOf('postgres')
if (postgres.missing) console.warn(`\n*** NO POSTGRES HERE: ${postgres.missing}. Its tests do not run. ***\n`)

describe.skipIf(postgres.missing)('Postgres', () => {
  let service: Service
  let pool: pg.Pool
  beforeAll(async () => {
    service = await startPostgres(postgres.path!)
    pool = new pg.Pool({ host: '127.0.0.1', port: service.port, user: 'shop', database: 'postgres', max: 20 })
    await pool.query(postgresSchema + WATCH)
  })
  afterAll(async () => {
    await pool?.end()
    await service?.stop()
  })

  it('stores orders', () =>
    testOrders(
      async (order: OrderToStore) => {
        await pool.query(INSERT, values(order))
        return postgresOrders(pool)
      },
      { expect },
    ))

  it.each([1, 50])(
    'two servers, a thousand calls at once on %d orders, on a bad day, hand out goods exactly once',
    async count => {
      await fill(pool, count)
      const { runTwoServers } = await import('./two-servers.ts')
      const { told, report } = await runTwoServers(service.port, count)
      expect(report.failed).toEqual([])
      await isRight(pool, count)
      // By what the listeners of both servers heard, each order became paid once.
      expect(told.filter(it => it.startsWith('paid '))).toHaveLength(count)
      expect(new Set(told.filter(it => it.startsWith('paid '))).size).toBe(count)
    },
  )
})

const redis = serviceOf('redis')
if (redis.missing) console.warn(`\n*** NO REDIS HERE: ${redis.missing}. Its tests do not run. ***\n`)

describe.skipIf(redis.missing)('Redis', () => {
  let service: Service
  const connect = () => createClient({ url: `redis://127.0.0.1:${service.port}` })
  let client: ReturnType<typeof connect>
  beforeAll(async () => {
    service = await startRedis(redis.path!)
    client = connect()
    await client.connect()
  })
  afterAll(async () => {
    client?.destroy()
    await service?.stop()
  })

  it('stores orders', () =>
    testOrders(
      async ({ merchant_uid, amount, currency }: OrderToStore) => {
        await client.hSet(`order:${merchant_uid}`, { amount, currency, version: 0 })
        return redisOrders(client as never)
      },
      { expect },
    ))
})
