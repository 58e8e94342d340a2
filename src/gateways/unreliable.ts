/**
 * Gateways whose "failed" is not the last word. They are no column of the table, because a server that only reads landing
 * URLs goes without the table.
 */
import type { GatewayCode } from '../types/codes.ts'
import { mayApproveLater, plainCodeOf } from '../util/late-gateways.ts'

/** Gateways that report failures although the money was taken: daou (V1 page daou/undefined). */
const REPORTS_FALSELY: readonly GatewayCode[] = ['daou']

/** Whether a failure that this gateway reports, named with or without a merchant id, leaves the money in doubt. */
export const isUnreliable = (gateway: string | undefined): boolean =>
  mayApproveLater(gateway) || REPORTS_FALSELY.some(code => code === plainCodeOf(gateway))
