import type { Issue } from '../issue.ts'
import { appSchemeIssues, redirectIssues, serverUrlIssues } from './address-issues.ts'
import { amountIssues } from './amount-issues.ts'
import { type Context, makeIssue } from './context.ts'
import { channelIssues, rowIssues } from './gateway-issues.ts'
import { generalIssues, ruleIssues } from './rule-issues.ts'
import { productIssues, valueIssues } from './value-issues.ts'

/** Names that public code has in place of the right ones. */
const MISSPELT: Readonly<Record<string, string>> = {
  channel_key: 'channelKey',
  buyer_postalcode: 'buyer_postcode',
  card_quota: 'display.card_quota',
}

/** Parameters that the script does not read, because their name is another. */
const nameIssues = ({ params }: Context): Issue[] =>
  Object.entries(MISSPELT).flatMap(([wrong, right]) =>
    params[wrong] == null
      ? []
      : [makeIssue('warning', 'MISSPELT', wrong, 'correct-name', params[wrong], { value: right })],
  )

/**
 * Each breach once: of two rules that say the same of a parameter the stricter one stays, whatever their order, and a value
 * that breaks a rule is not reported as undocumented as well.
 */
const withoutRepetition = (issues: readonly Issue[]): Issue[] => {
  const kept = new Map<string, Issue>()
  const wrong = new Set<string>()
  for (const issue of issues) {
    const key = `${issue.code} ${issue.path}`
    const before = kept.get(key)
    if (!before || (before.level === 'warning' && issue.level === 'error')) kept.set(key, issue)
    if (issue.level === 'error' || issue.code === 'VALUE') wrong.add(issue.path)
  }
  return [...kept.values()].filter(({ code, path }) => code !== 'UNDOCUMENTED' || !wrong.has(path))
}

/** All that is wrong with a request, or looks so. */
export const findIssues = (context: Context): Issue[] => [
  ...withoutRepetition([
    ...amountIssues(context),
    // What is particular to the gateway comes before what holds for every one.
    ...ruleIssues(context),
    ...rowIssues(context),
    ...channelIssues(context),
    ...redirectIssues(context),
    ...generalIssues(context),
    ...valueIssues(context),
    ...appSchemeIssues(context),
    ...serverUrlIssues(context),
    ...nameIssues(context),
  ]),
  // Each is about a product of its own, and there may be thousands.
  ...productIssues(context),
]
