/**
 * Orders in Redis, a hash each: amount, currency, closed, payment, version. The script runs as one step. Let Redis write
 * every change to its disk (`appendonly yes`, `appendfsync always`): what it forgets has never been paid.
 */
import type { Orders } from 'iamport-checkout/server'

const SAVE = `
  if redis.call('hget', KEYS[1], 'version') ~= ARGV[2] then return 0 end
  redis.call('hset', KEYS[1], 'payment', ARGV[1])
  redis.call('hincrby', KEYS[1], 'version', 1)
  return 1
`

/** A client of the package `redis`. */
interface Redis {
  hGetAll(key: string): Promise<Record<string, string>>
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
}

export const redisOrders = (redis: Redis): Orders => ({
  async find(merchant_uid) {
    const {
      amount,
      currency = 'KRW',
      closed,
      payment,
      version,
    } = await redis.hGetAll(`order:${merchant_uid}`)
    if (version === undefined) return undefined
    return {
      amount: Number(amount),
      currency,
      closed: closed === '1',
      payment: payment ? JSON.parse(payment) : null,
      version: Number(version),
    }
  },
  async save(merchant_uid, payment, version) {
    const keys = [`order:${merchant_uid}`]
    const saved = await redis.eval(SAVE, { keys, arguments: [JSON.stringify(payment), String(version)] })
    return saved === 1
  },
})
