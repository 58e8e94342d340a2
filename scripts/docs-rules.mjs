/** The rules of the table of gateways in words, as src/gateways/read-rule.ts reads them. */
import { code } from './docs-markdown.mjs'

const listOf = items => (Array.isArray(items) ? items : [items])

/** Several names as people say them. */
export const either = items => listOf(items).map(code).join(' or ')

const textCondition = ({ path, is, matches }) =>
  is ? `${code(path)} is ${either(is)}` : `${code(path)} has ${either(matches.source.split('|'))}`

/** The conditions of a rule, or the opposite of them. */
const conditions = ({ pay_method, device, escrow, given, text, not }, isNot = false) =>
  [
    escrow && `with ${code('escrow: true')}`,
    pay_method && (isNot ? `with any pay method but ${either(pay_method)}` : `with ${either(pay_method)}`),
    given && `${isNot ? 'without' : 'with'} ${code(given)}`,
    text && `${isNot ? 'unless' : 'where'} ${textCondition(text)}`,
    device && (device === 'pc' ? 'on a PC' : 'on a phone'),
    ...listOf(not ?? []).flatMap(condition => conditions(condition, true)),
  ].filter(Boolean)

/** The conditions of a rule as one phrase; empty for a rule that always holds. */
export const conditionText = when =>
  when
    ? conditions(when)
        .join(' and ')
        .replace(/ and (with|unless) /g, (_, word) => ` and ${word === 'with' ? '' : 'unless '}`)
    : ''

/** What a rule asks for. `kind` says in which words several of one kind are said together. */
export const ruleText = (rule, { pathOf }) => {
  const path = code(pathOf(rule))
  if ('need' in rule) return { kind: 'needs', text: path }
  if ('refuse' in rule) return { kind: 'takes no', text: path }
  if ('forbid' in rule) return { kind: '', text: `${path} is not ${code(rule.value)}` }
  if ('allow' in rule) return { kind: '', text: `${path} is ${either(rule.values)}` }
  if ('match' in rule) return { kind: '', text: `${path} matches ${code(rule.pattern.source)}` }
  if ('avoid' in rule) return { kind: '', text: `${path} has none of ${code(rule.called)}` }
  if ('bytes' in rule) return { kind: '', text: `${path} has ${rule.bytes} bytes at most` }
  if ('characters' in rule) return { kind: '', text: `${path} has ${rule.characters} characters at most` }
  if ('atLeast' in rule) return { kind: '', text: `${path} is ${rule.atLeast} or more` }
  return { kind: '', text: `${path} is ${rule.atMost} or less` }
}

/** Rules under one condition, with one reason, are said in one go: `needs a, b; c is d`. */
const inOneGo = parts => {
  const kinds = [...new Set(parts.map(({ kind }) => kind))]
  return kinds
    .map(kind => {
      const texts = parts.filter(part => part.kind === kind).map(({ text }) => text)
      return kind ? `${kind} ${texts.join(', ')}` : texts.join('; ')
    })
    .join('; ')
}

/** The lines of a list of rules: `[condition, what is asked for, what happens without it]`. */
export const ruleLines = (rules, source) => {
  const groups = new Map()
  for (const { rule, reason } of rules) {
    const condition = conditionText(rule.when)
    const key = `${condition}\n${reason}`
    groups.set(key, [...(groups.get(key) ?? []), { condition, reason, ...ruleText(rule, source) }])
  }
  return [...groups.values()].map(parts => [parts[0].condition, inOneGo(parts), parts[0].reason])
}
