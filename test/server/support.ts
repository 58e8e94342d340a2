/** A shop with a server, an order of 14,000 won, and PortOne's stand-in. */
import {
  createPayments,
  memoryOrders,
  type NewOrder,
  type Payment,
  type PaymentsOptions,
} from '../../src/server/index.ts'
import { createPortOneApi, KEY, SECRET } from '../support/portone-api.ts'

export const ORDER = { merchant_uid: 'order_1', amount: 14_000 }

export const createShop = ({
  found = [],
  order = {},
  ...options
}: Partial<PaymentsOptions> & { found?: Payment[]; order?: Partial<NewOrder> } = {}) => {
  const api = createPortOneApi(found)
  const orders = memoryOrders([{ ...ORDER, ...order }])
  const changes: unknown[] = []
  const reviews: unknown[] = []
  const errors: unknown[] = []
  const payments = createPayments({
    key: KEY,
    secret: SECRET,
    orders,
    fetch: api.fetch,
    onChange: ({ merchant_uid, previous, verdict, refunded }) =>
      changes.push([merchant_uid, previous, verdict, refunded]),
    onReview: ({ merchant_uid, imp_uid, reason }) => reviews.push([merchant_uid, imp_uid, reason]),
    onError: error => errors.push(error),
    ...options,
  })
  const record = async (merchant_uid = 'order_1') => (await orders.find(merchant_uid))?.payment
  return { api, orders, payments, changes, reviews, errors, record }
}
