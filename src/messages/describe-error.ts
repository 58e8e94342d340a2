import type { PayError } from '../errors.ts'
import { buyerEn } from './buyer-en.ts'
import { buyerKo } from './buyer-ko.ts'
import { own } from './own.ts'

/** Naver Pay's contract wants its own text shown as it is. */
const VERBATIM = /^naverpay\b/

/** A gateway's text that asks the buyer to pay, in this way or another: it can't know that the money may have moved already. */
const INVITES =
  /다시|재(시도|결제|요청|주문|구매|승인)|한 ?번 ?더|새로|다른|(결제|주문|이용|진행|시도|선택)[을를]? ?(해|하[여시]|부탁|바랍)|\bagain\b|re-?try|once more|another|different|other (card|payment|method|way)/i

/** A gateway's text that denies the charge, which is what nobody knows. */
const DENIES =
  /(결제|청구|출금|인출|승인|처리)[가이는은도]? ?(되지|하지|안 ?[되됐])|(not|never|n['’]t)( been)? (charged|debited|paid|billed)|no (charge|money|payment)/i

/**
 * How a payment ended, fit to show the buyer: no code, no jargon, and neither "try again" nor "nothing was charged" where money may
 * have moved, whatever the gateway's own text says.
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
  if (!text?.trim() || (mayHavePaid && (INVITES.test(text) || DENIES.test(text)))) return sentence
  if (provider && VERBATIM.test(provider)) return mayHavePaid ? `${text} ${sentence}` : text
  return code === 'PAYMENT_FAILED' || !provider ? `${sentence} ${texts.said(text)}` : sentence
}
