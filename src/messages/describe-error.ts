import type { PayError } from '../errors.ts'
import { buyerEn } from './buyer-en.ts'
import { buyerKo } from './buyer-ko.ts'
import { own } from './own.ts'

/** Naver Pay's contract wants its own text shown as it is. */
const VERBATIM = /^naverpay\b/

/**
 * How a payment ended, fit to show the buyer: no code, no jargon, and never "try again" where money may have moved.
 *
 * The gateway's own text is shown where it says more: for failures, and word for word for Naver Pay. A cancellation or a
 * paid order needs it only where the response doesn't say whose it is, for then it may be Naver Pay's.
 */
export const describeError = (error: PayError, locale: 'ko' | 'en'): string => {
  const texts = locale === 'ko' ? buyerKo : buyerEn
  const { code, mayHavePaid, response, gateway } = error
  const [safe, doubtful] = own(texts.endings, code) ?? [texts.failed]
  const sentence = mayHavePaid ? (doubtful ?? texts.unsure) : safe

  const text = response?.error_msg
  const provider = response?.pg_provider ?? gateway
  if (!text?.trim()) return sentence
  if (provider && VERBATIM.test(provider)) return mayHavePaid ? `${text} ${sentence}` : text
  return code === 'PAYMENT_FAILED' || !provider ? `${sentence} ${texts.said(text)}` : sentence
}
