/** docs/gateways.md: what the package knows of each gateway, from the table in src/gateways.ts. */
import { code, codes, made, slug, table } from './docs-markdown.mjs'

const words = list => list?.split('|') ?? []

const heading = (gateway, { name }) => `${gateway}: ${name}`

/** `[parameter, value]` as people write it. */
const setting = ([parameter, value]) =>
  code(`${parameter}: ${typeof value === 'string' ? `'${value}'` : value}`)

const place = leaves => (leaves ? 'leaves' : 'stays')

/** Where the result arrives, by the same function that decides about `m_redirect_url`. */
const places = (gateway, facts, { leavesPage, defaultVersion }) => {
  const sdk = facts.since ?? defaultVersion
  const [pc, phone] = [false, true].map(isPhone => place(leavesPage(gateway, {}, isPhone, sdk)))
  const notes = []
  if (facts.except) {
    const params = { [facts.except[0]]: facts.except[1] }
    const [otherPc, otherPhone] = [false, true].map(isPhone =>
      place(leavesPage(gateway, params, isPhone, sdk)),
    )
    const where = [otherPc !== pc && 'PC', otherPhone !== phone && 'phone'].filter(Boolean).join(' and ')
    notes.push(`with ${setting(facts.except)} it ${otherPhone === phone ? otherPc : otherPhone} (${where})`)
  }
  if (facts.leavesSince) notes.push(`scripts before ${facts.leavesSince} stay on phones, too`)
  return { pc, phone, notes }
}

/** `a|b` are values, anything else is a regular expression. */
const isList = pattern => /^[\w|]+$/.test(pattern)
const choices = pattern => pattern.split('|').map(code).join(' or ')

/** `path=pattern` as people read it. */
const valueText = (path, pattern) =>
  isList(pattern) ? `${code(path)} is ${choices(pattern)}` : `${code(path)} matches ${code(pattern)}`

const conditionText = ([, isNot, name, , pattern]) => {
  if (name === 'pc') return isNot ? 'on a phone' : 'on a PC'
  if (name === 'escrow') return `with ${code('escrow: true')}`
  if (!/customer|\./.test(name))
    return isNot ? `with any pay method but ${choices(name)}` : `with ${choices(name)}`
  if (pattern) return `${isNot ? 'unless' : 'where'} ${valueText(name, pattern)}`
  return `${isNot ? 'without' : 'with'} ${code(name)}`
}

/** What a rule says of its path, and in which line it is said. */
const rulePart = ([, not, path, operator, operand, mild]) => {
  const limit = text => ({ kind: 'limit', text: `${code(path)} ${text}` })
  if (operator === '<=') {
    return limit(
      `at most ${operand.endsWith('b') ? `${operand.slice(0, -1)} bytes` : `${operand} characters`}`,
    )
  }
  if (operator === '>=') return limit(`at least ${operand}`)
  if (operand?.startsWith('[^')) {
    const signs = operand.replace('^', '').replace(/\*$/, '')
    // What these stand for in a text of JavaScript.
    return limit(`without ${signs === '[\\ud800-\\udfff]' ? 'emoji 이모지' : code(signs)}`)
  }
  const text = operand ? valueText(path, operand) : code(path)
  return { kind: `${mild && 'mild '}${not ? 'refused' : operand ? 'given' : 'needed'}`, text }
}

/** `conditions:rule` in its parts. */
const readRule = (rule, { RULE }) => {
  const [last, ...conditions] = rule
    .split(':')
    .map(part => RULE.exec(part))
    .reverse()
  return {
    ...rulePart(last),
    condition: conditions
      .reverse()
      .map(conditionText)
      .join(' and ')
      .replace(/ and with /g, ' and '),
  }
}

/** Rules that share a condition are said in one go, many conditions each on a line. */
const rulesLine = rules => {
  const texts = [...new Set(rules.map(({ condition }) => condition))].map(condition => {
    const those = rules.filter(rule => rule.condition === condition).map(({ text }) => text)
    return [condition, those.join(', ')].filter(Boolean).join(': ')
  })
  return texts.length > 2 ? texts.map(text => `\n  - ${text}`).join('') : texts.join('; ')
}

const currenciesLine = ({ currencies, onlyCurrencies, notCurrency, currency }) =>
  [
    codes(words(currencies)),
    onlyCurrencies && `${codes(words(onlyCurrencies))} only`,
    notCurrency && `any but ${code(notCurrency)}`,
    currency && `default ${code(currency)}`,
  ]
    .filter(Boolean)
    .join('; ')

const limitsLine = (facts, rules) =>
  [
    rulesLine(rules),
    facts.due && `${code('vbank_due')} like ${codes(words(facts.due))}`,
    facts.sums &&
      `${code('unitPrice')} × ${code('quantity')} of ${code(facts.sums)} adds up to ${code('amount')}`,
  ]
    .filter(Boolean)
    .join('; ')

const section = (gateway, facts, source) => {
  const row = source.rows[gateway]
  const { pc, phone, notes } = places(gateway, facts, source)
  const rules = (facts.rules?.split(' ') ?? []).map(rule => readRule(rule, source))
  const ofKind = kind => rules.filter(rule => rule.kind === kind)
  const added = [pc === 'leaves' && 'on PCs', phone === 'leaves' && 'on phones'].filter(Boolean).join(' and ')
  const lines = [
    ['Page 페이지 이동', [`${pc} on PC, ${phone} on phone`, ...notes].join('; ')],
    [`${code('m_redirect_url')} added 자동 추가`, added || 'no'],
    [
      'Pay methods 결제수단',
      codes(words(facts.methods)) || 'no list: the gateway ignores `pay_method`, or none is known',
    ],
    ['Required 필수', rulesLine(ofKind('needed'))],
    ['Recommended 권장', rulesLine(ofKind('mild needed'))],
    ['Where given 값이 있으면', rulesLine(ofKind('given'))],
    ['Where given, better 값이 있으면 권장', rulesLine(ofKind('mild given'))],
    ['Refused 거부', rulesLine(ofKind('refused'))],
    ['Without effect 효과 없음', rulesLine(ofKind('mild refused'))],
    ['Escrow 에스크로', facts.escrow && `for ${codes(words(facts.escrow))} only`],
    ['Currencies 화폐', currenciesLine(facts)],
    ['Languages 언어', codes(words(facts.languages))],
    ['Limits 제한', limitsLine(facts, ofKind('limit'))],
    ['Popup 팝업', facts.popup && `${code(`${facts.popup}: true`)} is discouraged on phones`],
    ['Script', facts.since && `${code(`sdk: '${facts.since}'`)}${facts.since === 'v1' ? '' : ' or newer'}`],
  ]
  return [
    `### ${heading(gateway, row)}`,
    ...(row.notes ? [row.notes] : []),
    lines
      .filter(([, text]) => text)
      .map(([label, text]) => `- **${label}**: ${text}`.replace(': \n', ':\n'))
      .join('\n'),
  ].join('\n\n')
}

const intro = ({ defaultVersion }) => `# Gateways PG사

${made('src/gateways.ts')}

What \`iamport-checkout\` knows of each gateway. \`prepare()\` and \`requestPay()\` check requests against it, and decide by
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
- **Required**: its absence is an error, and nothing is opened. **Recommended**: a warning, because the documents disagree.
  **Where given**: what a parameter has to be if it is there. **Refused**: an error; **without effect**: a warning.
  필수 값이 없거나 거부하는 값이 있으면 오류, 권장 값이 없거나 효과 없는 값이 있으면 경고입니다.
  Every gateway needs \`merchant_uid\` and \`amount\`, wants \`buyer_tel\`, and needs \`digital\` with \`pay_method: 'phone'\`.
- A **pay method**, currency or language that is not listed is a warning: gateways add them without asking us. A currency
  where there is one list **only** is an error. **Limits** are warnings, but for sums. **Escrow** with a pay method that it is not for is an error.
- The default **currency** is \`KRW\`, unless another is named.
- **Script**: without one named, every script will do, also the default \`${defaultVersion}\`.`

const overview = source => {
  const rows = Object.entries(source.gateways).map(([gateway, facts]) => {
    const row = source.rows[gateway]
    const { pc, phone, notes } = places(gateway, facts, source)
    const mark = notes.length ? ' *' : ''
    const link = `[${code(gateway)}](#${slug(heading(gateway, row))})`
    return [link, row.name, pc, phone + mark, facts.since ?? '']
  })
  return `## Overview 한눈에 보기

${table(['`pg`', '이름', 'PC', 'Phone 휴대폰', 'Script'], rows)}

\\* It depends on a parameter or on the script: see the gateway's section.`
}

export const gatewaysPage = source =>
  `${[
    intro(source),
    overview(source),
    '## One by one PG사별',
    ...Object.entries(source.gateways).map(([gateway, facts]) => section(gateway, facts, source)),
  ].join('\n\n')}\n`
