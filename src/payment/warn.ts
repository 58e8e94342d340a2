/** Reports warnings. */
import { warning } from '../developer-texts.ts'
import type { Issue } from '../issue.ts'
import { pageState } from '../sdk/page-state.ts'
import { callListener } from '../util/call-listener.ts'

/** Warns on the console, of each code and path once a page. */
const warnOnce = ({ code, path, message }: Issue): void => {
  const { warned } = pageState()
  const key = `${code} ${path}`
  if (!warned.has(key)) console.warn(warning(message))
  warned.add(key)
}

/** Reports a warning to the shop's listener, or on the console where there is none. */
export const warn = (issue: Issue, onWarning: ((issue: Issue) => void) | undefined): void =>
  callListener(onWarning ?? warnOnce, issue)
