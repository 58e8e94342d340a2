import type { PayError } from '../errors.ts'
import { buyerEn } from './buyer-en.ts'
import { buyerKo } from './buyer-ko.ts'
import { own } from './own.ts'

/** Naver Pay's contract wants its own text shown as it is. */
const VERBATIM = /^naverpay\b/

/** A gateway's text that asks the buyer to pay again: it can't know that the money may have moved already. */
const INVITES =
  /다시|재시도|재결제|재요청|한 ?번 ?더|(try|pay|order|purchase).{0,12}again|retry|re-?try|once more/i

/**
 * How a payment ended, fit to show the buyer: no code, no jargon, and never "try again" where money may have moved, whatever the
 * gateway's own text says.
 *
 * The gateway's text is shown where it says more: for failures, and word for word for Naver Pay. A cancellation or a
 * paid order needs it only where the response doesn't say whose it is, for then it may be Naver Pay's.
 *
 * @example
 * checkout.pay(request).catch(error => alert(describeError(error, 'ko')))
 */
export const describeError = (error: PayError, locale: 'ko' | 'en'): string => {
  const texts = locale === 'ko' ? buyerKo : buyerEn
  const { code, mayHavePaid, response, gateway } = error
  const [safe, doubtful] = own(texts.endings, code) ?? [texts.failed]
  const sentence = mayHavePaid ? (doubtful ?? texts.unsure) : safe

  const text = response?.error_msg
  const provider = response?.pg_provider ?? gateway
  if (!text?.trim() || (mayHavePaid && INVITES.test(text))) return sentence
  if (provider && VERBATIM.test(provider)) return mayHavePaid ? `${text} ${sentence}` : text
  return code === 'PAYMENT_FAILED' || !provider ? `${sentence} ${texts.said(text)}` : sentence
}
