import { payments } from '../../../lib/payments'

/** The page's question. */
export const POST = payments.complete
