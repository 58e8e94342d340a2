/** docs/gateways.md and docs/ko/gateways.md: what the package knows of each gateway, from the table in src/gateways/table.ts. */

import { english, korean } from './docs-gateways-words.mjs'
import { generalSection } from './docs-general.mjs'
import { code, codes, made, slug, table } from './docs-markdown.mjs'
import { conditionText, ruleLines } from './docs-rules.mjs'

const WORDS = { en: english, ko: korean }

const heading = (gateway, { name }) => `${gateway}: ${name}`

/** `except` as people write it. */
const setting = ({ parameter, is }) =>
  code(is === 'given' ? parameter : `${parameter}: ${typeof is === 'string' ? `'${is}'` : is}`)

/** Where the result arrives, by the same function that decides about `m_redirect_url`. */
const places = (gateway, facts, { leavesPage, defaultVersion, words }) => {
  const sdk = facts.since ?? defaultVersion
  const on = params => [false, true].map(isPhone => leavesPage(gateway, params, isPhone, sdk))
  const [pc, phone] = on({})
  const notes = []
  if (facts.except) {
    const { parameter, is } = facts.except
    const [otherPc, otherPhone] = on({ [parameter]: is === 'given' ? 'word' : is })
    const where = { pc: otherPc !== pc, phone: otherPhone !== phone }
    const other = where.phone ? otherPhone : otherPc
    notes.push(words.other(setting(facts.except), words.place(other), where))
  }
  if (facts.leavesSince) notes.push(words.staysBefore(facts.leavesSince))
  return { pc, phone, notes }
}

/** What a failure that this gateway reports is worth. */
const failures = (gateway, { mayApproveLater, isUnreliable, words }) => {
  if (mayApproveLater(gateway)) return words.approvesLater
  return isUnreliable(gateway) && words.isUnreliable
}

const currenciesLine = (
  { currencies = [], onlyCurrencies, notCurrency, defaultCurrency, fractionsOfWon },
  { words },
) =>
  [
    codes(currencies),
    onlyCurrencies && words.only(codes(onlyCurrencies)),
    notCurrency && words.anyBut(code(notCurrency)),
    defaultCurrency && words.defaultCurrency(code(defaultCurrency)),
    fractionsOfWon && words.fractionsOfWon,
  ]
    .filter(Boolean)
    .join('; ')

/** The columns that refuse a request, as rules with what happens without. */
const columnErrors = ({ escrow, onlyCurrencies, notCurrency, sums }, { refusals }, { words }) =>
  [
    escrow && [words.conditions.escrow, words.rules.is(code('pay_method'), escrow), refusals.escrow],
    onlyCurrencies && ['', words.rules.is(code('currency'), onlyCurrencies), refusals.onlyCurrencies],
    notCurrency && ['', words.rules.isNot(code('currency'), notCurrency), refusals.notCurrency],
    sums && ['', words.sums(sums, 'amount'), refusals.sums],
  ].filter(Boolean)

const list = (lines, { words }) =>
  lines
    .map(([condition, what, reason]) => {
      const rule = [condition, what].filter(Boolean).join(': ')
      return `  - ${rule}${reason ? `. ${words.said(reason)}` : ''}`
    })
    .join('\n')

const link = page => {
  const [site, path] = page.split(/ (?=opi\/|sdk\/)/)
  return site === 'developers.portone.io' && path ? `[${path}](https://developers.portone.io/${path})` : page
}

const scriptLine = ({ since, release }, { words }) => {
  if (!since) return undefined
  const script = code(`sdk: '${since}'`)
  if (since !== 'v1') return words.newer(script)
  return release ? words.release(script, release) : script
}

/** What the columns of a row say, as labels and texts. */
const columnLines = (gateway, facts, source) => {
  const { words } = source
  const { columns } = words
  const { pc, phone, notes } = places(gateway, facts, source)
  return [
    [columns.page, [words.pages(words.place(pc), words.place(phone)), ...notes].join('; ')],
    [columns.redirect, words.added(pc, phone)],
    [columns.methods, codes(facts.payMethods ?? []) || words.noMethods],
    [columns.billing, words.billing[facts.billing]],
    [columns.withoutAmount, facts.withoutAmount && conditionText(facts.withoutAmount, source)],
    [columns.withoutOrder, facts.withoutOrder && conditionText(facts.withoutOrder, source)],
    [columns.failures, failures(gateway, source)],
    [columns.currencies, currenciesLine(facts, source)],
    [columns.languages, codes(facts.languages ?? [])],
    [columns.due, facts.dueDates && words.due(codes(facts.dueDates))],
    [columns.popup, facts.popup && words.popup(code(`${facts.popup}: true`))],
    [columns.script, scriptLine(facts, source)],
  ].filter(([, text]) => text)
}

/** One line of a section. */
const lineOf = ([label, text]) => `- **${label}**: ${text}`.replace(': \n', ':\n')

const section = (gateway, facts, source) => {
  const { columns, said } = source.words
  const row = source.rows[gateway]
  const rules = (facts.rules ?? []).map((rule, index) => ({ rule, reason: row.reasons[index] }))
  const errors = [
    ...columnErrors(facts, row, source),
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
    [columns.errors, errors.length && `\n${list(errors, source)}`],
    [columns.warnings, warnings.length && `\n${list(warnings, source)}`],
    [columns.sources, row.sources.map(({ page, date }) => `${link(page)} (${date})`).join('; ')],
  ]
  return [
    `### ${heading(gateway, row)}`,
    ...(row.notes ? [said(row.notes)] : []),
    lines
      .filter(([, text]) => text)
      .map(lineOf)
      .join('\n'),
  ].join('\n\n')
}

const intro = ({ defaultVersion, words }) =>
  [`# ${words.title}`, made('src/gateways/table.ts'), words.intro(defaultVersion)].join('\n\n')

const overview = source => {
  const { words } = source
  const rows = Object.entries(source.gateways).map(([gateway, facts]) => {
    const row = source.rows[gateway]
    const { pc, phone, notes } = places(gateway, facts, source)
    const mark = notes.length ? ' *' : ''
    const target = `[${code(gateway)}](#${slug(heading(gateway, row))})`
    return [target, row.name, words.place(pc), words.place(phone) + mark, facts.since ?? '']
  })
  return [`## ${words.headings.overview}`, table(words.overview, rows), words.overviewNote].join('\n\n')
}

/** Gateways with something that costs money where a shop doesn't know it. */
const moneyTable = ({ gateways, mayApproveLater, isUnreliable, words }) => {
  const { money, headings } = words
  const those = isThat => codes(Object.keys(gateways).filter(gateway => isThat(gateway, gateways[gateway])))
  const rows = [
    [money.charged, those((_, { billing }) => billing === 'charged')],
    [money.chargedUnless0, those((_, { billing }) => billing === 'charged unless 0')],
    [money.noWindow, those((_, { billing }) => billing === 'none')],
    [money.approvesLater, those(mayApproveLater)],
    [money.isUnreliable, those(gateway => isUnreliable(gateway) && !mayApproveLater(gateway))],
    [money.otherCurrency, those((_, { defaultCurrency }) => defaultCurrency)],
  ]
  return [`## ${headings.money}`, table(money.head, rows), money.note].join('\n\n')
}

/**
 * @param known what the package knows: docs-source.mjs.
 * @param locale the page's language.
 */
export const gatewaysPage = (known, locale) => {
  const source = { ...known, words: WORDS[locale] }
  const { headings } = source.words
  return `${[
    intro(source),
    overview(source),
    moneyTable(source),
    `## ${headings.general}`,
    generalSection(locale),
    `## ${headings.each}`,
    ...Object.entries(source.gateways).map(([gateway, facts]) => section(gateway, facts, source)),
  ].join('\n\n')}\n`
}
