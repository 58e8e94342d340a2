import type { GatewayCode } from '../types/codes.ts'

/**
 * Gateways that charge the amount as they register a means of payment, whatever it is. The table of gateways says so, with its
 * sources (`billing: 'charged'`); it is too large for a server that only has to know this, and a test holds the two together.
 */
const CHARGING: readonly GatewayCode[] = ['danal', 'payletter_global', 'mobilians', 'paymentwall']

/** Gateways that charge the amount as they register a means of payment, unless it is 0 (`billing: 'charged unless 0'`). */
const CHARGING_UNLESS_0: readonly GatewayCode[] = [
  'settle_acc',
  'danal_tpay',
  'kakaopay',
  'jtnet',
  'mobilians_v2',
]

/** Whether a gateway, by its code or by `code.MID`, charges an amount as it registers a means of payment. */
export const chargesOnRegistration = (gateway: string | undefined, amount: number): boolean => {
  const code = gateway?.split('.', 1)[0]?.trim().toLowerCase()
  const isOneOf = (codes: readonly GatewayCode[]) => codes.some(it => it === code)
  return isOneOf(CHARGING) || (amount !== 0 && isOneOf(CHARGING_UNLESS_0))
}
