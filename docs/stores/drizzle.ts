/** Orders by Drizzle, here on Postgres. */
import { and, eq, sql } from 'drizzle-orm'
import { boolean, doublePrecision, integer, jsonb, type PgDatabase, pgTable, text } from 'drizzle-orm/pg-core'
import type { Orders, PaymentRecord } from 'iamport-checkout/server'

export const orders = pgTable('drizzle_orders', {
  merchant_uid: text().primaryKey(),
  amount: doublePrecision().notNull(),
  currency: text().notNull().default('KRW'),
  closed: boolean().notNull().default(false),
  payment: jsonb().$type<PaymentRecord>(),
  version: integer().notNull().default(0),
})

// biome-ignore lint/suspicious/noExplicitAny: any driver of Drizzle's for Postgres.
export const drizzleOrders = (db: PgDatabase<any>): Orders => ({
  async find(merchant_uid) {
    const [order] = await db.select().from(orders).where(eq(orders.merchant_uid, merchant_uid))
    return order
  },
  async save(merchant_uid, payment, version) {
    const saved = await db
      .update(orders)
      .set({ payment, version: sql`${orders.version} + 1` })
      .where(and(eq(orders.merchant_uid, merchant_uid), eq(orders.version, version)))
      .returning({ version: orders.version })
    return saved.length === 1
  },
})
