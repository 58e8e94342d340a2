import type { Issue } from '../issue.ts'
import { issuesEn } from './issues-en.ts'
import { issuesKo } from './issues-ko.ts'
import { own } from './own.ts'

/** What is wrong with a request and what would be right, as a sentence for developers. */
export const describeIssue = (issue: Issue, locale: 'ko' | 'en'): string => {
  const texts = locale === 'ko' ? issuesKo : issuesEn
  const problem = own(texts.problems, issue.code)
  const expectation = own(texts.expectations, issue.expected)
  // An issue of a newer copy of the package brings its own text.
  if (!problem || !expectation) return issue.message
  return texts.sentence(problem(issue.path), expectation(issue.value ?? ''), issue.gateway)
}
