import { sandbox } from '../../lib/payments'

/** Where the sandbox in the browser tells the one on the server what was paid. */
export const POST = (request: Request) => sandbox?.handle(request) ?? new Response(null, { status: 404 })
