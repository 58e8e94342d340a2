/** The numbers that PortOne and the gateways give. */

export interface Identifiers {
  /** `imp_` and twelve digits. */
  impUid(): string
  /** `imps_` and twelve digits: payments with a registered card have it. */
  subscriptionImpUid(): string
  cancellationId(): string
  accessToken(): string
  /** The gateway's number of a payment or a cancel. */
  gatewayNumber(): string
  /** Of a virtual account. */
  accountNumber(): string
  /** 승인번호: eight digits. */
  approvalNumber(): string
  /** An order's number, for a test that doesn't care. */
  merchantUid(): string
  /** `count` digits, not unique. */
  digits(count: number): string
}

/**
 * How many of a number's last digits are counted, so that no two are the same, however little random `random`
 * is.
 */
const COUNTED = 6

/** @param random a number from 0 to 1, as `Math.random`. */
export const makeIdentifiers = (random: () => number): Identifiers => {
  let count = 0
  const digits = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 10) % 10).join('')
  const unique = (length: number): string => {
    count++
    return digits(length - COUNTED) + String(count % 10 ** COUNTED).padStart(COUNTED, '0')
  }
  return {
    impUid: () => `imp_${unique(12)}`,
    subscriptionImpUid: () => `imps_${unique(12)}`,
    cancellationId: () => `cancellation_${unique(16)}`,
    accessToken: () => unique(40),
    gatewayNumber: () => `sandbox_${unique(16)}`,
    accountNumber: () => unique(14),
    approvalNumber: () => unique(8),
    merchantUid: () => `order_${unique(10)}`,
    digits,
  }
}
