/**
 * Gateways whose "failed" is not the last word. They are no column of the table, because a server that only reads landing
 * URLs goes without the table.
 */
import type { GatewayCode } from '../types/codes.ts'

/**
 * Gateways that may approve after they have reported a failure, or after their window has closed.
 *
 * - paypal, paypal_v2: a payment under review is stored as failed or pending, and paid days later (help centre of PortOne,
 *   paypal-payment-status).
 * - payletter_global: stays pending and tells by webhook (V1 page payletter-global).
 * - paymentwall: a failed payment may turn into a paid one by pingback (webhook page, 2026-07-01).
 * - kicc_v2: a QR payment may be approved any time after the window closed (V1 page kicc-v2).
 */
const approvesLater: readonly GatewayCode[] = [
  'paypal',
  'paypal_v2',
  'payletter_global',
  'paymentwall',
  'kicc_v2',
]

/** Gateways that report failures although the money was taken: daou (V1 page daou/undefined). */
const reportsFalsely: readonly GatewayCode[] = ['daou']

const includes = (codes: readonly string[], gateway: string | undefined): boolean =>
  !!gateway && codes.includes(gateway.split('.')[0]!)

/** Whether a gateway, with or without a merchant id, may approve a payment that it has called failed. */
export const mayApproveLater = (gateway: string | undefined): boolean => includes(approvesLater, gateway)

/** Whether a failure that this gateway reports leaves the money in doubt. */
export const isUnreliable = (gateway: string | undefined): boolean =>
  mayApproveLater(gateway) || includes(reportsFalsely, gateway)
