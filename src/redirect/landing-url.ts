/**
 * The address that a redirect lands on: the keys of the result in it, what they say, and the address without them.
 *
 * Keys are read in the query, and in a query inside the fragment, where hash routers have it.
 */
import type { PayError } from '../errors.ts'
import { FIELD, readResponse } from '../response/read-response.ts'
import type { UnverifiedPayment } from '../types/response.ts'

/** The keys by which an address is known as a result. The last two are KCP QuickPay's. */
const RESULT =
  /^(imp_uid|merchant_uid|imp_success|error_code|error_coe|error_msg|txId|paymentId|imp_status|kcp_action)$/

/** Further keys that only results have. Other keys of responses, such as `name`, a page may have for itself. */
const ONLY_OF_RESULTS =
  /^(vbank_(num|name|holder|date|code|issued_at)|paid_(amount|at)|pg_(provider|tid|type|id)|apply_num|emb_pg_provider|receipt_url)$/

/** Keys that belong to a result only where they stand beside one of its own keys. */
const BESIDE_RESULT = /^(success|code|message|custom_data)$/

/** No key of a result is shorter, or longer. */
const SHORTEST_KEY = 4
const LONGEST_KEY = 40
/** More keys of results than any gateway sends. Further ones are not read, so that a hostile link can't stop the page. */
const MOST_PAIRS = 1_000

/** One `key=value` of an address that a result may have. */
interface Pair {
  readonly key: string
  readonly value: string
  /** Where it stands among all pairs of the address. */
  readonly index: number
}

/** An address, cut into its pairs and the text around them. */
interface Parts {
  readonly path: string
  /** The pairs between `?` and `#`, as they are written. Undefined: the address has no query. */
  readonly query: readonly string[] | undefined
  readonly fragment: string | undefined
  readonly fragmentQuery: readonly string[] | undefined
}

const split = (text: string, sign: string): [before: string, after: string | undefined] => {
  const at = text.indexOf(sign)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

const cut = (url: string): Parts => {
  const [main, rest] = split(url, '#')
  const [path, query] = split(main, '?')
  const [fragment, fragmentQuery] = rest === undefined ? [undefined, undefined] : split(rest, '?')
  return { path, query: query?.split('&'), fragment, fragmentQuery: fragmentQuery?.split('&') }
}

const isOfInterest = (key: string): boolean => RESULT.test(key) || BESIDE_RESULT.test(key) || FIELD.test(key)

/** The pairs of an address that a result may have, decoded once. */
const pairsIn = ({ query = [], fragmentQuery = [] }: Parts): Pair[] => {
  const pairs: Pair[] = []
  const all = query.concat(fragmentQuery)
  for (let index = 0; index < all.length && pairs.length < MOST_PAIRS; index++) {
    const text = all[index]!
    // A link of a megabyte may have a million pairs, nearly all of them of a letter or none.
    if (text.length < SHORTEST_KEY) continue
    const [name] = split(text, '=')
    const isWorthDecoding = name.length <= LONGEST_KEY * 3 && (isOfInterest(name) || /[%+]/.test(name))
    if (!isWorthDecoding) continue
    for (const [key, value] of new URLSearchParams(text)) {
      if (isOfInterest(key)) pairs.push({ key, value, index })
    }
  }
  return pairs
}

/** Takes away the pairs that the address was sent out with, each as often as it was there. */
const without = (pairs: readonly Pair[], sent: readonly Pair[]): Pair[] => {
  const remaining = sent.map(({ key, value }) => `${key}=${value}`)
  return pairs.filter(({ key, value }) => {
    const at = remaining.indexOf(`${key}=${value}`)
    if (at >= 0) remaining.splice(at, 1)
    return at < 0
  })
}

/** The value of each key. A key that comes twice has its last value that is not empty. */
const valuesOf = (pairs: readonly Pair[]): Record<string, string> => {
  const values: Record<string, string> = {}
  for (const { key, value } of pairs) {
    // Servers write an absent value as the word for it.
    if (/^(null|undefined)?$/.test(value)) continue
    // A documented landing URL has the flag under a second `imp_uid`.
    values[key === 'imp_uid' && /^(true|false)$/i.test(value) ? 'imp_success' : key] = value
  }
  return values
}

/** What is known of the payment that an address may be the landing of. */
export interface LandingContext {
  readonly gateway?: string | undefined
  /** 주문번호, for a landing without one. */
  readonly merchant_uid?: string | undefined
  /** The address that was sent out: keys that it had are no result. */
  readonly sentTo?: string | undefined
}

/** A landing that was read. */
export interface Landing {
  readonly outcome: UnverifiedPayment | PayError
  /** The address without the result. */
  readonly cleanUrl: string
}

/** Joins an address without some of its pairs. A query that would be empty goes; everything else stays to the letter. */
const join = ({ path, query, fragment, fragmentQuery }: Parts, dropped: ReadonlySet<number>): string => {
  const keep = (pairs: readonly string[] | undefined, offset: number): string => {
    if (!pairs) return ''
    const kept = pairs.filter((_, index) => !dropped.has(index + offset))
    return kept.length ? `?${kept.join('&')}` : ''
  }
  const before = `${path}${keep(query, 0)}`
  return fragment === undefined ? before : `${before}#${fragment}${keep(fragmentQuery, query?.length ?? 0)}`
}

/** The pairs that made a result: all whose key only results have, and the others that were read as flag, code or text. */
const pairsOfResult = (
  pairs: readonly Pair[],
  values: Readonly<Record<string, string>>,
  outcome: UnverifiedPayment | PayError,
): Pair[] => {
  const isFlag = !values['imp_success'] && /^(true|false)$/i.test(values['success'] ?? '')
  // Where the flag says yes, code and text are the shop's own.
  const { error_code, error_msg } = 'response' in outcome ? (outcome.response ?? {}) : {}
  return pairs.filter(
    ({ key, value }) =>
      RESULT.test(key) ||
      ONLY_OF_RESULTS.test(key) ||
      (key === 'success' && isFlag && value === values[key]) ||
      (key === 'code' && value === error_code) ||
      (key === 'message' && value === error_msg),
  )
}

/** Reads an address with what is known of the payment. Undefined: the address is no payment result. */
export const readLanding = (url: string, context: LandingContext = {}): Landing | undefined => {
  const parts = cut(url)
  const all = pairsIn(parts)
  const pairs = context.sentTo === undefined ? all : without(all, pairsIn(cut(context.sentTo)))
  const values = valuesOf(pairs)
  const { imp_uid, merchant_uid, imp_success, txId, paymentId } = values
  if (!(imp_uid || merchant_uid || imp_success || txId || paymentId)) return undefined
  const outcome = readResponse(values, 'redirect', url, {
    merchant_uid: context.merchant_uid ?? '',
    gateway: context.gateway,
  })
  const dropped = new Set(pairsOfResult(pairs, values, outcome).map(({ index }) => index))
  return { outcome, cleanUrl: join(parts, dropped) }
}

/** Names that a shop may have for its own numbers. With one of these alone an address is no result. */
const NAMES_OF_SHOPS = /^(merchant_uid|txId|paymentId)$/

const isEarlierResult = (values: Readonly<Record<string, string>>): boolean => {
  const { txId, paymentId, code } = values
  const isByNewNames = (txId && paymentId) || ((txId || paymentId) && code)
  return !!isByNewNames || Object.keys(values).some(key => RESULT.test(key) && !NAMES_OF_SHOPS.test(key))
}

/**
 * Takes the result of an earlier payment out of an address that is about to be sent out: there it would be read as the result
 * of the next payment.
 *
 * @param whose the page's own address loses all keys that only results have. An address that the shop gave may name its order
 * by `merchant_uid` or a number of its own by `paymentId`, and keeps all keys unless an earlier result is among them.
 */
export const withoutEarlierResult = (url: string, whose: 'page' | 'shop'): string => {
  const parts = cut(url)
  const pairs = pairsIn(parts)
  const values = valuesOf(pairs)
  const isResult = isEarlierResult(values)
  if (whose === 'shop' && !isResult) return url
  const gone = isResult
    ? pairsOfResult(pairs, values, readResponse(values, 'redirect', url, { merchant_uid: '' }))
    : pairs.filter(({ key }) => RESULT.test(key) || ONLY_OF_RESULTS.test(key))
  return gone.length ? join(parts, new Set(gone.map(({ index }) => index))) : url
}
