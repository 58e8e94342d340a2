/**
 * Makes a request that breaks one rule of the table of gateways and no other, and one that keeps it, from the rule itself.
 * What a rule asks for is made here, and whether the request keeps it is what `prepare` says: nothing here evaluates a rule.
 */
import { type Issue, type IssueCode, type KnownParameters, prepare } from 'iamport-checkout'
import { pathOf } from '../../src/gateways/read-rule.ts'
import type { MatchRule, Rule, When } from '../../src/gateways/rule.ts'
import { type GatewayRow, gateways } from '../../src/gateways/table.ts'
import type { GatewayCode } from '../../src/types/codes.ts'
import { IPHONE, PC, pose } from './browser.ts'

type Request = Record<string, unknown>

/** Of gateways that only the newest script knows, too. */
const options = { sdk: 'v1' } as const

const without = (request: Request, path: string): Request => {
  const [name = '', ...rest] = path.split('.')
  const { [name]: member, ...others } = request
  if (!rest.length || typeof member !== 'object') return others
  return { ...others, [name]: without(member as Request, rest.join('.')) }
}

const having = (request: Request, path: string, value: unknown): Request => {
  const [name = '', ...rest] = path.split('.')
  const member = (request[name] ?? {}) as Request
  return { ...request, [name]: rest.length ? having(member, rest.join('.'), value) : value }
}

const product = { orderNumber: '1', name: '상품', quantity: 1, amount: 1000 }

/** Values that are right wherever a gateway asks for the parameter. All others are a word. */
const GOOD: Request = {
  amount: 14000,
  'alipay_plus.wallet': 'gcash',
  appCard: true,
  biz_num: '1234567890',
  buyer_first_name_kana: 'ポート',
  buyer_last_name_kana: 'ワン',
  buyer_name: 'Gil Dong',
  buyer_tel: '010-1234-5678',
  'bypass.cashReceiptType': 'anonymous',
  'bypass.customerIdentifier': '01012345678',
  'bypass.isCulturalExpense': true,
  'bypass.kcpQuick.actionType': 'PinCheck',
  'bypass.ksnet.easyPayDirect': true,
  'card.detail': [{ card_code: '361', enabled: true }],
  'card.direct': { code: '048' },
  'card.direct.code': '048',
  'card.direct.quota': 3,
  confirm_url: 'https://shop.test/confirm',
  currency: 'KRW',
  'cvs.payment_deadline': { valid_hours: 48 },
  'cvs.payment_deadline.valid_hours': 48,
  digital: false,
  'display.card_quota': [3],
  kcpProducts: [product],
  kiccProducts: [product],
  naverProducts: [{ categoryType: 'PRODUCT', categoryId: 'GENERAL', uid: '1', name: '상품', count: 1 }],
  period: { interval: '1m' },
  'phone.detail': [{ carrier: 'SKT', enabled: true }],
  popup: true,
  storeDetails: {},
  tax_free: 0,
  useCardPoint: true,
  vat_amount: 100,
  vbank_due: '20301231',
}

/** Values with which a parameter that has no effect is given, where the right one is as good as none. */
const TELLING: Request = { tax_free: 100 }

const goodValue = (path: string, row: GatewayRow): unknown => {
  if (path === 'currency') return row.defaultCurrency ?? (row.onlyCurrencies ?? row.currencies ?? ['KRW'])[0]
  if (path === 'pay_method') return (row.payMethods ?? ['card'])[0]
  return GOOD[path] ?? 'word'
}

/** Of these each pattern of the table takes one and refuses another. */
const TEXTS = [
  'order1001',
  'word',
  'v2',
  '_v2',
  '01012345678',
  '8001011234567',
  'ポート',
  'Gil Dong',
  '주문 1',
  'a-1',
  'a',
]
const AMOUNTS = [15, 1.5]
const MONTHS = [[3], [2, 6]]

/** A value of the parameter's type that matches a pattern, or one that doesn't. */
const candidate = ({ match, pattern }: MatchRule, isMatch: boolean): unknown => {
  const values = { amount: AMOUNTS, 'display.card_quota': MONTHS }[match as string] ?? TEXTS
  return values.find(value => pattern.test(String(value)) === isMatch)
}

const valuesOf = <Item>(items: Item | readonly Item[]): readonly Item[] =>
  Array.isArray(items) ? items : [items as Item]

/** A word that a pattern of a condition matches: its first alternative. */
const wordOf = ({ source }: RegExp): string => source.split('|')[0]!

/** A choice for each part of a condition that has several: the pay method, the text. */
interface Choice {
  payMethod: string | undefined
  text: string | undefined
}

/** One choice for each pay method, and one for each text. */
const choicesOf = ({ pay_method, text }: When = {}): Choice[] => {
  const payMethods = pay_method ? valuesOf<string>(pay_method) : []
  const texts = text ? ('is' in text ? valuesOf<string>(text.is) : [wordOf(text.matches)]) : []
  const length = Math.max(1, payMethods.length, texts.length)
  return Array.from({ length }, (_, index) => ({
    payMethod: payMethods[Math.min(index, payMethods.length - 1)],
    text: texts[Math.min(index, texts.length - 1)],
  }))
}

/** The pay methods that a condition excludes. */
const excludedOf = ({ not = [] }: When = {}): readonly string[] =>
  valuesOf(not).flatMap(({ pay_method = [] }) => valuesOf<string>(pay_method))

/** A request of a gateway, with what a condition asks for. */
const requestFor = (gateway: GatewayCode, when: When = {}, { payMethod, text }: Choice): Request => {
  const row: GatewayRow = gateways[gateway]
  const possible: readonly string[] = (when.escrow && row.escrow) || row.payMethods || ['card']
  const excluded = excludedOf(when)
  let request: Request = {
    pg: gateway,
    pay_method: payMethod ?? possible.find(method => !excluded.includes(method)),
    merchant_uid: 'order1001',
    name: 'Order',
    amount: 14000,
    buyer_name: 'Gil Dong',
    buyer_tel: '010-1234-5678',
    buyer_email: 'buyer@shop.test',
    ...(when.escrow && { escrow: true }),
  }
  if (when.given) request = having(request, when.given, GOOD[when.given] || goodValue(when.given, row))
  if (when.text) request = having(request, when.text.path, text)
  // What must not be given is not, except an amount, which every other request has.
  for (const { given } of valuesOf(when.not ?? [])) if (given) request = without(request, given)
  return request
}

/** What breaks a rule: its parameter is missing, or has another value. */
const broken = (request: Request, rule: Rule, row: GatewayRow): Request => {
  const path = pathOf(rule)
  if ('need' in rule) return without(request, path)
  // A fraction of a won is wrong whatever the gateway.
  const start = path === 'amount' ? { currency: 'USD', ...request } : request
  return having(start, path, wrongValue(rule, row))
}

const wrongValue = (rule: Exclude<Rule, { need: unknown }>, row: GatewayRow): unknown => {
  if ('refuse' in rule) return TELLING[rule.refuse] ?? goodValue(rule.refuse, row)
  if ('forbid' in rule) return rule.value
  if ('allow' in rule) {
    if (rule.allow === 'currency') return (row.currencies ?? ['USD']).find(it => !rule.values.includes(it))
    return rule.values.some(value => value === true) ? false : 'phone'
  }
  if ('match' in rule) return candidate(rule, false)
  if ('avoid' in rule) return ['1%', '주문', '선물🎁'].find(text => rule.characters.test(text))
  if ('limit' in rule) {
    return 'bytes' in rule ? '가'.repeat(rule.bytes / 3 + 1) : 'x'.repeat(rule.characters + 1)
  }
  if ('atLeast' in rule) return rule.atLeast - 1
  return rule.of === 'display.card_quota' ? [3, rule.atMost + 1] : rule.atMost + 1
}

/** The request with the rule kept: what is at its limit still is. */
const mended = (request: Request, rule: Rule, row: GatewayRow): Request => {
  const path = pathOf(rule)
  if ('refuse' in rule) return without(request, path)
  return having(request, path, rightValue(rule, row))
}

const rightValue = (rule: Exclude<Rule, { refuse: unknown }>, row: GatewayRow): unknown => {
  if ('need' in rule) return goodValue(rule.need, row)
  if ('forbid' in rule) return goodValue(rule.forbid, row)
  if ('allow' in rule) return rule.values[0]
  if ('match' in rule) return candidate(rule, true)
  if ('avoid' in rule) return 'Order'
  if ('limit' in rule) return 'x'.repeat('bytes' in rule ? rule.bytes : rule.characters)
  if ('atLeast' in rule) return rule.atLeast
  return rule.of === 'display.card_quota' ? [3, rule.atMost] : rule.atMost
}

const issuesOf = (request: Request): Issue[] => prepare(request as unknown as KnownParameters, options).issues

/** Takes away what one issue is about. */
const withoutIssue = (
  request: Request,
  { code, path, expected, value = '' }: Issue,
  row: GatewayRow,
): Request => {
  if (code === 'REFUSED') return without(request, path)
  if (code === 'UNDOCUMENTED' || expected === 'one-of') return having(request, path, value.split(', ')[0])
  return having(request, path, goodValue(path, row))
}

/** Mends all that is wrong beside the rule that is asked about. */
const settled = (start: Request, isAskedAbout: (issue: Issue) => boolean, row: GatewayRow): Request => {
  let request = start
  for (let round = 0; round < 30; round++) {
    const other = issuesOf(request).find(issue => !isAskedAbout(issue) && issue.code !== 'CHARGED')
    if (!other) return request
    request = withoutIssue(request, other, row)
  }
  return request
}

const CODES: Record<string, IssueCode> = {
  need: 'REQUIRED',
  refuse: 'REFUSED',
  forbid: 'VALUE',
  allow: 'VALUE',
  match: 'FORMAT',
  avoid: 'FORMAT',
  limit: 'TOO_LONG',
  atLeast: 'VALUE',
  atMost: 'VALUE',
}

/** A rule of one gateway, with one of the values that its condition has. */
export interface RuleCase {
  gateway: GatewayCode
  rule: Rule
  choice: Choice
}

export const ruleCases: readonly RuleCase[] = (
  Object.entries(gateways) as [GatewayCode, GatewayRow][]
).flatMap(([gateway, { rules = [] }]) =>
  rules.flatMap(rule => choicesOf(rule.when).map(choice => ({ gateway, rule, choice }))),
)

const written = (value: unknown): string =>
  JSON.stringify(value, (_, member) => (member instanceof RegExp ? String(member) : member))

/** The case as a title. */
export const titleOf = ({ gateway, rule, choice }: RuleCase): string =>
  `${gateway}: ${written(rule)} ${written(choice)}`

/** What `prepare` says of a request, but that an amount is charged along with a billing key, which a condition may ask for. */
const said = (request: Request): string[] =>
  issuesOf(request)
    .filter(({ code }) => code !== 'CHARGED')
    .map(({ level, code, path }) => `${level} ${code} ${path}`)

/** A request of a gateway that has these members, and nothing wrong but in them and in the parameter at a path. */
export const requestOf = (gateway: GatewayCode, members: Request = {}, path = ''): Request =>
  settled(
    { ...requestFor(gateway, {}, { payMethod: undefined, text: undefined }), ...members },
    issue => issue.path === path || issue.path in members,
    gateways[gateway],
  )

/** What is said of the parameter at a path, of a request that has these members and is right but for them. */
export const saidOf = (gateway: GatewayCode, path: string, members: Request = {}): string[] =>
  issuesOf(requestOf(gateway, members, path))
    .filter(issue => issue.path === path)
    .map(({ level, code }) => `${level} ${code}`)

/** What the rule has to say, what is said of a request that breaks it, and what of the same request once it is mended. */
export const runCase = ({ gateway, rule, choice }: RuleCase) => {
  const row: GatewayRow = gateways[gateway]
  pose(rule.when?.device === 'phone' ? IPHONE : PC)
  const [kind = ''] = Object.keys(rule)
  const path = pathOf(rule)
  const isAskedAbout = (issue: Issue): boolean => issue.path === path && issue.code === CODES[kind]
  const breaking = settled(broken(requestFor(gateway, rule.when, choice), rule, row), isAskedAbout, row)
  const keeping = settled(mended(breaking, rule, row), isAskedAbout, row)
  return {
    expected: [`${rule.warn ? 'warning' : 'error'} ${CODES[kind]} ${path}`],
    breaking,
    broken: said(breaking),
    keeping,
    mended: said(keeping),
  }
}
