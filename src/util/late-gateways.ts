import type { GatewayCode } from '../types/codes.ts'

/**
 * Gateways that may approve a payment after they have reported its failure. Their "failed" is no reason to let the
 * buyer pay again.
 *
 * - `paypal`: a payment under review is stored as failed, and paid two or three days later (help centre,
 *   payment-type/paypal-payment-status).
 * - `paypal_v2`, `payletter_global`: pending first, then told by webhook only (PortOne's V1 pages of both).
 * - `paymentwall`: failed, then paid by a pingback (V1 webhook page, 2026-07-01).
 * - `kicc_v2`: WeChat Pay and Alipay+ by QR are approved any time after the window has closed (V1 page of kicc_v2).
 */
const LATE_GATEWAYS: readonly GatewayCode[] = [
  'paypal',
  'paypal_v2',
  'payletter_global',
  'paymentwall',
  'kicc_v2',
]

/** A gateway's code as tables have it, of what a shop or a server may write in capitals and with a merchant id. */
export const plainCodeOf = (gateway: string | undefined): string | undefined =>
  gateway?.split('.', 1)[0]?.trim().toLowerCase()

/** Whether a gateway, by its code or by `code.MID`, may still approve what it has called failed. */
export const mayApproveLater = (gateway: string | undefined): boolean =>
  LATE_GATEWAYS.some(late => late === plainCodeOf(gateway))
