import type { Lang } from './ticket.ts'

/** An amount as people of that language write it. What is no amount is shown as it is. */
export const formatMoney = (amount: number, currency: string, lang: Lang): string => {
  try {
    if (currency === 'KRW' && lang === 'ko') return `${amount.toLocaleString('ko')}원`
    return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}

/** @param seconds since 1970. */
export const formatDate = (seconds: number, lang: Lang): string =>
  new Date(seconds * 1000).toLocaleString(lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Seoul',
  })

const pad = (value: number): string => String(value).padStart(2, '0')

/** A week from now, in the one form of a due date that all gateways take: `YYYYMMDD`. */
export const dueInAWeek = (): string => {
  const date = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000)
  return `${date.getFullYear()}${pad(date.getMonth() + 1)}${pad(date.getDate())}`
}
