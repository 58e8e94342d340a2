import { payments } from '../../../lib/payments'

/** PortOne's news. */
export const POST = payments.webhook
