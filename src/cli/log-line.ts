/** A readable line for each thing that happens. */
import type { SandboxApiEvent } from '../sandbox/server/index.ts'

/**
 * Control characters would write elsewhere on the terminal: a page may report anything as an order's number.
 */
const printable = (text: string): string => text.replace(/\p{C}/gu, '?')

const sentenceOf = (event: SandboxApiEvent): string => {
  switch (event.type) {
    case 'request': {
      const { method, path, status, code, message } = event
      const failure = message ? ` (${code}: ${message})` : ''
      return `request  ${method} ${path} → ${status ?? 'no answer'}${failure}`
    }
    case 'payment': {
      const { payment, before } = event
      const { imp_uid, merchant_uid, status, amount, cancel_amount, currency, pay_method } = payment
      const change = before === null || before === status ? status : `${before} → ${status}`
      const back = cancel_amount ? `, ${cancel_amount} given back` : ''
      return `payment  ${imp_uid} ${merchant_uid}: ${change}, ${amount} ${currency} ${pay_method}${back}`
    }
    case 'webhook': {
      const { body, url, state, answer, attempts } = event.webhook
      const what = body['event'] ?? body['status']
      const again = attempts > 1 ? ` (attempt ${attempts})` : ''
      return `webhook  ${body['imp_uid']} ${what} → ${url} ${answer ?? state}${again}`
    }
  }
}

/** @param time when it happened. */
export const logLine = (event: SandboxApiEvent, time: Date): string =>
  `${time.toTimeString().slice(0, 8)}  ${printable(sentenceOf(event))}`
