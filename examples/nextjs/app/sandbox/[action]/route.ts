import { sandbox } from '../../../lib/payments'

/** What else can happen: `POST /sandbox/deposit`, `/sandbox/refund` … */
export const POST = (request: Request) => sandbox?.handle(request) ?? new Response(null, { status: 404 })
