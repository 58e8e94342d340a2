/**
 * The page for people: what this is, which payments there are, and buttons for what a buyer or the console
 * would do.
 */
import type { ApiPayment } from './payment.ts'
import type { PaymentBook } from './payment-book.ts'
import { leftOf } from './payment-changes.ts'
import { pageTexts } from './texts.ts'

const escaped = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)

const button = (action: string, imp_uid: string, label: string): string =>
  `<form method="post" action="/sandbox/${action}"><input type="hidden" name="imp_uid" value="${escaped(imp_uid)}">` +
  `<button>${escaped(label)}</button></form>`

/** Buttons for what can happen to a payment in this state. */
const buttonsOf = (payment: ApiPayment): string => {
  const { status, imp_uid, vbank_num, pay_method } = payment
  const { deposit, approve, fail, refund } = pageTexts.buttons
  const isAwaited = status === 'ready' && (vbank_num !== null || pay_method === 'cvs')
  return [
    isAwaited && button('deposit', imp_uid, deposit),
    (status === 'pending' || status === 'failed' || (status === 'ready' && !isAwaited)) &&
      button('approve', imp_uid, approve),
    (status === 'ready' || status === 'pending') && button('fail', imp_uid, fail),
    leftOf(payment) > 0 && button('refund', imp_uid, refund),
  ]
    .filter(Boolean)
    .join('')
}

const time = (seconds: number): string =>
  seconds ? new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19) : ''

const row = (payment: ApiPayment): string => {
  const { cancel_amount, amount, currency, started_at, cancelled_at, paid_at, failed_at } = payment
  const money = cancel_amount ? `${amount} (−${cancel_amount}) ${currency}` : `${amount} ${currency}`
  const last = Math.max(started_at, cancelled_at, paid_at, failed_at)
  const cells = [payment.imp_uid, payment.merchant_uid, payment.status, money]
  const rest = [payment.pay_method, payment.pg_provider, payment.sandbox ? pageTexts.test : '', time(last)]
  return `<tr>${[...cells, ...rest].map(cell => `<td>${escaped(cell)}`).join('')}<td>${buttonsOf(payment)}`
}

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color-scheme:light dark}table{border-collapse:collapse}' +
  'td,th{padding:.3rem .8rem;border-bottom:1px solid #8886;text-align:left}form{display:inline;margin-right:.4rem}'

export const statusPage = (payments: PaymentBook): Response => {
  const newestFirst = payments.all().reverse()
  const rows = newestFirst.map(({ payment }) => row(payment)).join('\n')
  const table = `<table><thead><tr>${pageTexts.columns.map(column => `<th>${column}`).join('')}<tbody>\n${rows}</table>`
  const html = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${pageTexts.title}</title><style>${STYLE}</style>
<h1>${pageTexts.title}</h1>
${pageTexts.paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n')}
<h2>${pageTexts.payments}</h2>
${rows ? table : `<p>${pageTexts.none}</p>`}
</html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    },
  })
}
