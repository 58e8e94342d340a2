import { payments, sandbox } from '../../../lib/payments'

/**
 * Finds what no webhook told. For a scheduler (Vercel Cron, crontab with curl), every ten minutes. Each run looks back an
 * hour, so that a run that failed is made up for.
 */
export const GET = async (request: Request) => {
  const secret = sandbox ? 'only-for-the-sandbox' : process.env.CRON_SECRET
  const isScheduler = secret && request.headers.get('authorization') === `Bearer ${secret}`
  if (!isScheduler) return new Response(null, { status: 401 })
  const { orders, changed, failed } = await payments.reconcile({ since: Date.now() - 60 * 60_000 })
  return Response.json({ orders, changed, failed: failed.map(({ merchant_uid }) => merchant_uid) })
}
