/** The rules of the table of gateways in words, as src/gateways/read-rule.ts reads them. */
import { code } from './docs-markdown.mjs'

const listOf = items => (Array.isArray(items) ? items : [items])

const textCondition = ({ path, is, matches }, isNot, words) =>
  is ? words.is(path, is, isNot) : words.has(path, matches.source.split('|'), isNot)

/** The conditions of a rule, or the opposite of them. */
const conditions = ({ pay_method, device, escrow, given, text, not }, words, isNot = false) =>
  [
    escrow && words.escrow,
    pay_method && words.methods(pay_method, isNot),
    given && words.given(given, isNot),
    text && textCondition(text, isNot, words),
    device && words[device],
    ...listOf(not ?? []).flatMap(condition => conditions(condition, words, true)),
  ].filter(Boolean)

/** The conditions of a rule as one phrase; empty for a rule that always holds. */
export const conditionText = (when, { words }) =>
  when ? words.conditions.all(conditions(when, words.conditions)) : ''

/** What a rule asks for. `kind` says in which words several of one kind are said together. */
export const ruleText = (rule, { pathOf, words }) => {
  const path = code(pathOf(rule))
  const { rules } = words
  if ('need' in rule) return { kind: 'needs', text: path }
  if ('refuse' in rule) return { kind: 'takesNo', text: path }
  if ('forbid' in rule) return { text: rules.isNot(path, rule.value) }
  if ('allow' in rule) return { text: rules.is(path, rule.values) }
  if ('match' in rule) return { text: rules.matches(path, code(rule.pattern.source)) }
  if ('avoid' in rule) return { text: rules.avoids(path, rule.called) }
  if ('bytes' in rule) return { text: rules.bytes(path, rule.bytes) }
  if ('characters' in rule) return { text: rules.characters(path, rule.characters) }
  if ('atLeast' in rule) return { text: rules.atLeast(path, rule.atLeast) }
  return { text: rules.atMost(path, rule.atMost) }
}

/** Rules under one condition, with one reason, are said in one go: `needs a, b; c is d`. */
const inOneGo = (parts, words) => {
  const kinds = [...new Set(parts.map(({ kind }) => kind))]
  return kinds
    .map(kind => {
      const texts = parts.filter(part => part.kind === kind).map(({ text }) => text)
      return kind ? words.rules[kind](texts.join(', ')) : texts.join('; ')
    })
    .join('; ')
}

/** The lines of a list of rules: `[condition, what is asked for, what happens without it]`. */
export const ruleLines = (rules, source) => {
  const groups = new Map()
  for (const { rule, reason } of rules) {
    const condition = conditionText(rule.when, source)
    const key = `${condition}\n${reason}`
    groups.set(key, [...(groups.get(key) ?? []), { condition, reason, ...ruleText(rule, source) }])
  }
  return [...groups.values()].map(parts => [
    parts[0].condition,
    inOneGo(parts, source.words),
    parts[0].reason,
  ])
}
