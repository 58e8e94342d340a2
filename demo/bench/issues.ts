/** What is wrong with the request, beside the fields, as one types. */
import type { Issue } from 'iamport-checkout'
import { describeIssue } from 'iamport-checkout/messages'
import { byId } from '../shared/dom.ts'
import { texts } from '../texts.ts'
import { dryRun } from './dry-run.ts'
import { draftOf } from './request.ts'
import { state } from './store.ts'

const setText = (element: HTMLElement, text: string, level: string): void => {
  // What is set anew is read out anew.
  if (element.textContent !== text) element.textContent = text
  element.dataset['level'] = level
}

/** Puts each issue beside its field. Returns those that have none. */
const place = (form: HTMLElement, issues: Issue[], unreadable: string[]): Issue[] => {
  const { lang } = state.settings
  const rest = new Set(issues)
  for (const element of form.querySelectorAll<HTMLElement>('[data-issue]')) {
    const path = element.dataset['issue']!
    const here = issues.filter(issue => issue.path === path)
    for (const issue of here) rest.delete(issue)
    const lines = here.map(issue => describeIssue(issue, lang))
    const isUnreadable = unreadable.includes(path)
    if (isUnreadable) lines.unshift(texts[lang].form.noJson)
    const isWrong = isUnreadable || here.some(({ level }) => level === 'error')
    setText(element, lines.join(' '), isWrong ? 'error' : lines.length ? 'warning' : '')
    document.getElementById(`f-${path}`)?.setAttribute('aria-invalid', String(isWrong))
  }
  return [...rest]
}

export const showIssues = (form: HTMLElement): void => {
  const { settings, order } = state
  if (!order) return
  const { lang } = settings
  const issues = dryRun()?.issues ?? []
  const { unreadable } = draftOf(settings, order)
  const others = place(form, issues, unreadable).map(issue => describeIssue(issue, lang))
  setText(byId('other-issues'), others.join(' '), 'warning')
  const errors = issues.filter(({ level }) => level === 'error').length
  const warnings = issues.length - errors
  const level = errors + unreadable.length ? 'error' : warnings ? 'warning' : ''
  setText(byId('issue-count'), texts[lang].form.count(errors + unreadable.length, warnings), level)
}

/** Goes to the field that an issue is about, wherever it is. */
export const showField = (path: string): void => {
  byId('view-form').click()
  const field =
    document.getElementById(`f-${path}`) ??
    document
      .querySelector(`[data-issue="${CSS.escape(path)}"]`)
      ?.parentElement?.querySelector<HTMLElement>('input, select, textarea, button')
  const details = field?.closest('details')
  if (details) details.open = true
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
