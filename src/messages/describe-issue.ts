import { issueSentence } from '../developer-texts.ts'
import type { Issue } from '../issue.ts'
import { expectationsKo } from './issues-ko.ts'
import { own } from './own.ts'

/** What came that is no value, in Korean. */
const RECEIVED: Readonly<Record<string, string>> = {
  nothing: '없음',
  'a list': '배열',
  'an empty list': '빈 배열',
  'an object': '객체',
}

/** What an issue may be about beside parameters, in Korean. */
const SUBJECTS: Readonly<Record<string, string>> = { 'The payment window': '결제창' }

/** The sentence in Korean; undefined for an expectation that a newer copy of the package has made up. */
const korean = ({ path, expected, value = '', received, gateway }: Issue): string | undefined => {
  const expectation = own(expectationsKo, expected)
  if (!expectation) return undefined
  const of = gateway ? `[${gateway}] ` : ''
  const came = received ? ` (받은 값: ${own(RECEIVED, received) ?? received})` : ''
  return `${of}${own(SUBJECTS, path) ?? path} ${expectation(value)}${came}.`
}

/**
 * What is wrong with a request and what would be right, as a sentence for developers.
 *
 * @example
 * for (const issue of prepare(request).issues) console.warn(describeIssue(issue, 'ko'))
 */
export const describeIssue = (issue: Issue, locale: 'ko' | 'en'): string =>
  // An issue of a newer copy of the package brings its own text.
  (locale === 'ko' ? korean(issue) : issueSentence(issue)) ?? issue.message
