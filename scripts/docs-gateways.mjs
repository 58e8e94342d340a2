/** docs/gateways.md: what the package knows of each gateway, from the table in src/gateways/table.ts. */
import { general } from './docs-general.mjs'
import { code, codes, made, slug, table } from './docs-markdown.mjs'
import { conditionText, either, ruleLines } from './docs-rules.mjs'

const heading = (gateway, { name }) => `${gateway}: ${name}`

const place = leaves => (leaves ? 'leaves' : 'stays')

/** `except` as people write it. */
const setting = ({ parameter, is }) =>
  code(is === 'given' ? parameter : `${parameter}: ${typeof is === 'string' ? `'${is}'` : is}`)

/** Where the result arrives, by the same function that decides about `m_redirect_url`. */
const places = (gateway, facts, { leavesPage, defaultVersion }) => {
  const sdk = facts.since ?? defaultVersion
  const on = params => [false, true].map(isPhone => place(leavesPage(gateway, params, isPhone, sdk)))
  const [pc, phone] = on({})
  const notes = []
  if (facts.except) {
    const { parameter, is } = facts.except
    const [otherPc, otherPhone] = on({ [parameter]: is === 'given' ? 'word' : is })
    const where = [otherPc !== pc && 'PC', otherPhone !== phone && 'phone'].filter(Boolean).join(' and ')
    notes.push(`with ${setting(facts.except)} it ${otherPhone === phone ? otherPc : otherPhone} (${where})`)
  }
  if (facts.leavesSince) notes.push(`scripts before ${facts.leavesSince} stay on phones, too`)
  return { pc, phone, notes }
}

const BILLING = {
  shown: '`amount` is only shown, nothing is charged 금액은 표시만 되고 결제되지 않습니다',
  charged: '**`amount` is charged although `customer_uid` is given** `customer_uid`가 있어도 결제됩니다',
  'charged unless 0':
    '**`amount` is charged although `customer_uid` is given**, and 0 makes the key alone: more than 0 is a warning. `customer_uid`가 있어도 결제됩니다. 0이면 빌링키만 발급합니다',
  none: 'no window for billing keys: `customer_uid` is a warning 빌링키 발급창이 없습니다',
}

/** What a failure that this gateway reports is worth. */
const failures = (gateway, { mayApproveLater, isUnreliable }) => {
  if (mayApproveLater(gateway))
    return '**May approve later**: a failure leaves `mayHavePaid` true, and a webhook is needed. 실패로 알린 뒤에도 승인될 수 있습니다'
  return (
    isUnreliable(gateway) &&
    '**May report failures of what was paid**: a failure leaves `mayHavePaid` true. 결제된 주문도 실패로 알릴 수 있습니다'
  )
}

const currenciesLine = ({ currencies = [], onlyCurrencies, notCurrency, defaultCurrency, fractionsOfWon }) =>
  [
    codes(currencies),
    onlyCurrencies && `${codes(onlyCurrencies)} only`,
    notCurrency && `any but ${code(notCurrency)}`,
    defaultCurrency && `default ${code(defaultCurrency)}, so that a missing one is a warning`,
    fractionsOfWon && 'fractions of a won are a warning',
  ]
    .filter(Boolean)
    .join('; ')

/** The columns that refuse a request, as rules with what happens without. */
const columnErrors = ({ escrow, onlyCurrencies, notCurrency, sums }, { refusals }) =>
  [
    escrow && [`with ${code('escrow: true')}`, `${code('pay_method')} is ${either(escrow)}`, refusals.escrow],
    onlyCurrencies && ['', `${code('currency')} is ${either(onlyCurrencies)}`, refusals.onlyCurrencies],
    notCurrency && ['', `${code('currency')} is not ${code(notCurrency)}`, refusals.notCurrency],
    sums && [
      '',
      `${code('unitPrice')} × ${code('quantity')} of ${code(sums)} adds up to ${code('amount')}`,
      refusals.sums,
    ],
  ].filter(Boolean)

const list = lines =>
  lines
    .map(([condition, what, reason]) => {
      const rule = [condition, what].filter(Boolean).join(': ')
      return `  - ${rule}${reason ? `. ${reason}` : ''}`
    })
    .join('\n')

const link = page => {
  const [site, path] = page.split(/ (?=opi\/|sdk\/)/)
  return site === 'developers.portone.io' && path ? `[${path}](https://developers.portone.io/${path})` : page
}

const scriptLine = ({ since, release }) => {
  if (!since) return undefined
  const script = code(`sdk: '${since}'`)
  if (since !== 'v1') return `${script} or newer`
  return release ? `${script}, ${release} or newer: an older one opens another channel` : script
}

/** What the columns of a row say, as labels and texts. */
const columnLines = (gateway, facts, source) => {
  const { pc, phone, notes } = places(gateway, facts, source)
  const added = [pc === 'leaves' && 'on PCs', phone === 'leaves' && 'on phones'].filter(Boolean).join(' and ')
  return [
    ['Page 페이지 이동', [`${pc} on PC, ${phone} on phone`, ...notes].join('; ')],
    [`${code('m_redirect_url')} added 자동 추가`, added || 'no'],
    [
      'Pay methods 결제수단',
      codes(facts.payMethods ?? []) || 'no list: the gateway ignores `pay_method`, or none is known',
    ],
    ['Billing keys 빌링키', BILLING[facts.billing]],
    ['Needs no `amount`', facts.withoutAmount && conditionText(facts.withoutAmount)],
    ['Needs no `merchant_uid`', facts.withoutOrder && conditionText(facts.withoutOrder)],
    ['Failures 실패', failures(gateway, source)],
    ['Currencies 화폐', currenciesLine(facts)],
    ['Languages 언어', codes(facts.languages ?? [])],
    ['`vbank_due`', facts.dueDates && `like ${codes(facts.dueDates)}; another form is a warning`],
    ['Popup 팝업', facts.popup && `${code(`${facts.popup}: true`)} is discouraged on phones`],
    ['Script', scriptLine(facts)],
  ].filter(([, text]) => text)
}

/** One line of a section. */
const lineOf = ([label, text]) => `- **${label}**: ${text}`.replace(': \n', ':\n')

const section = (gateway, facts, source) => {
  const row = source.rows[gateway]
  const rules = (facts.rules ?? []).map((rule, index) => ({ rule, reason: row.reasons[index] }))
  const errors = [
    ...columnErrors(facts, row),
    ...ruleLines(
      rules.filter(({ rule }) => !rule.warn),
      source,
    ),
  ]
  const warnings = ruleLines(
    rules.filter(({ rule }) => rule.warn),
    source,
  )
  const lines = [
    ...columnLines(gateway, facts, source),
    ['Errors 오류', errors.length && `\n${list(errors)}`],
    ['Warnings 경고', warnings.length && `\n${list(warnings)}`],
    ['Sources 출처', row.sources.map(({ page, date }) => `${link(page)} (${date})`).join('; ')],
  ]
  return [
    `### ${heading(gateway, row)}`,
    ...(row.notes ? [row.notes] : []),
    lines
      .filter(([, text]) => text)
      .map(lineOf)
      .join('\n'),
  ].join('\n\n')
}

const intro = ({ defaultVersion }) => `# Gateways PG사

${made('src/gateways/table.ts')}

What \`iamport-checkout\` knows of each gateway. \`prepare()\`, \`requestPay()\` and \`pay()\` check requests against it, and decide by
it whether a request needs \`m_redirect_url\`. A merchant id behind a dot is cut off before a gateway is looked up:
\`kcp.T0000\` is \`kcp\`. 이 표를 기준으로 요청을 검증하고 \`m_redirect_url\`을 넣을지 판단합니다.

How to read it:

- **stays**: the payment window is on the page (or a popup) and the promise of \`requestPay()\` settles.
  결제 결과를 \`requestPay()\`의 Promise로 받습니다.
- **leaves**: the whole page goes to the gateway, and the result arrives at \`m_redirect_url\`, where \`resumePay()\` reads it.
  Only failures before the page leaves settle the promise. 결제 결과를 \`m_redirect_url\` 페이지의 \`resumePay()\`로 받습니다.
- A gateway that is **not in this table**, or no \`pg\` at all, counts as leaving on every device. With a \`channelKey\` the
  option \`provider\` says which row applies.
- What is said of a phone is also true of an iPad that poses as a Mac.
- **Errors**: nothing is opened, and the promise rejects with \`INVALID_REQUEST\`. Behind each stands what happens without it, as far as
  its sources say. 오류가 있으면 결제창을 열지 않고 \`INVALID_REQUEST\`로 reject합니다.
- **Warnings**: the payment goes on. The documents disagree, only a type says so, or a real request without it works somewhere.
  경고는 결제를 막지 않습니다.
- A **pay method**, currency or language that is not listed is a warning: gateways add them without asking us.
- The default **currency** is \`KRW\`, unless another is named.
- **Script**: without one named, every script will do, also the default \`${defaultVersion}\`.
- **Sources**: each with the day on which the page was last changed.`

const overview = source => {
  const rows = Object.entries(source.gateways).map(([gateway, facts]) => {
    const row = source.rows[gateway]
    const { pc, phone, notes } = places(gateway, facts, source)
    const mark = notes.length ? ' *' : ''
    const target = `[${code(gateway)}](#${slug(heading(gateway, row))})`
    return [target, row.name, pc, phone + mark, facts.since ?? '']
  })
  return `## Overview 한눈에 보기

${table(['`pg`', '이름', 'PC', 'Phone 휴대폰', 'Script'], rows)}

\\* It depends on a parameter or on the script: see the gateway's section.`
}

/** Gateways with something that costs money where a shop doesn't know it. */
const moneyTable = ({ gateways, mayApproveLater, isUnreliable }) => {
  const those = isThat => codes(Object.keys(gateways).filter(gateway => isThat(gateway, gateways[gateway])))
  return `## Where money may surprise 돈에 관한 주의

${table(
  ['What', '설명', 'Gateways PG사'],
  [
    [
      '`amount` is charged although `customer_uid` is given',
      '`customer_uid`가 있어도 결제됩니다',
      those((_, { billing }) => billing === 'charged'),
    ],
    [
      'The same, unless it is 0',
      '0이 아니면 결제됩니다',
      those((_, { billing }) => billing === 'charged unless 0'),
    ],
    [
      'There is no window for billing keys',
      '빌링키 발급창이 없습니다',
      those((_, { billing }) => billing === 'none'),
    ],
    [
      'May approve after a failure was reported',
      '실패로 알린 뒤에 승인될 수 있습니다',
      those(mayApproveLater),
    ],
    [
      'May report failures of what was paid',
      '결제된 주문을 실패로 알릴 수 있습니다',
      those(gateway => isUnreliable(gateway) && !mayApproveLater(gateway)),
    ],
    [
      'Takes an amount without `currency` for another one than won',
      '`currency`가 없으면 원화가 아닌 화폐로 결제합니다',
      those((_, { defaultCurrency }) => defaultCurrency),
    ],
  ],
)}

Billing keys by phone bill are charged wherever there are some (danal, mobilians, mobilians_v2, galaxia, welcome).
휴대폰 결제의 빌링키는 발급과 동시에 결제됩니다.`
}

export const gatewaysPage = source =>
  `${[
    intro(source),
    overview(source),
    moneyTable(source),
    general,
    '## One by one PG사별',
    ...Object.entries(source.gateways).map(([gateway, facts]) => section(gateway, facts, source)),
  ].join('\n\n')}\n`
