import type { UnverifiedPayment } from '../types/response.ts'
import type { VerifiedPayment } from '../types/verified.ts'
import { asText } from '../util/as-text.ts'
import { isRecord } from '../util/is-object.ts'
import { buyerEn } from './buyer-en.ts'
import { buyerKo } from './buyer-ko.ts'
import { own } from './own.ts'
import type { BuyerTexts } from './shape.ts'

/** When a deposit is due, in Korean time, as the buyer's language writes it; undefined for a date that is none. */
const dueOf = (seconds: number | undefined, locale: 'ko' | 'en'): string | undefined => {
  if (seconds === undefined || !Number.isFinite(seconds)) return undefined
  try {
    const format = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'Asia/Seoul',
    })
    return format.format(new Date(seconds * 1000))
  } catch {
    return undefined
  }
}

/** What the shop's server says of the account, as `payments.complete` does. */
const accountByServer = (answer: unknown): Partial<UnverifiedPayment> | undefined => {
  const account = isRecord(answer) ? answer['account'] : undefined
  if (!isRecord(account)) return undefined
  const text = (value: unknown) => asText(value) || undefined
  const { bank, number, holder, due } = account
  return {
    vbank_num: text(number),
    vbank_name: text(bank),
    vbank_holder: text(holder),
    vbank_date: typeof due === 'number' ? due : undefined,
  } as Partial<UnverifiedPayment>
}

/** The account that the deposit goes to. What the server says of it goes before what a page was told, which a link may have said. */
const accountOf = (
  { payment, answer }: VerifiedPayment,
  locale: 'ko' | 'en',
  { account }: BuyerTexts,
): string => {
  const known: Partial<UnverifiedPayment> = accountByServer(answer) ?? payment ?? {}
  const { vbank_num: number, vbank_name: bank, vbank_holder: holder, vbank_date } = known
  // Eximbay's slips have no number, and say so with this word.
  if (!number || number === 'unknown') return ''
  return account({ number, bank, holder, due: dueOf(vbank_date, locale) })
}

/**
 * The good end of a payment, fit to show the buyer: paid, awaiting a deposit, pending, or registered. Of an awaited deposit it
 * says where to and until when, as far as that is known here.
 *
 * @example
 * const payment = await checkout.pay(request)
 * show(describePayment(payment, 'ko'))
 */
export const describePayment = (payment: VerifiedPayment, locale: 'ko' | 'en'): string => {
  const texts = locale === 'ko' ? buyerKo : buyerEn
  // A verdict of a newer copy of the package is a good one, or it would be an error.
  const sentence = own(texts.verdicts, payment.verdict) ?? texts.verdicts.pending
  const account = payment.verdict === 'awaiting' ? accountOf(payment, locale, texts) : ''
  return account ? `${sentence} ${account}` : sentence
}
