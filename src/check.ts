import { asText } from './as-text.ts'
import { PayError } from './errors.ts'
import type { Issue } from './issue.ts'
import { pageState } from './page.ts'
import { type Prepared, prepare } from './prepare.ts'
import { tell } from './tell.ts'
import { anObject, badRequest, warning } from './texts.ts'
import type { CheckoutOptions } from './types/options.ts'
import type { KnownParameters } from './types/request.ts'

const warnOnce = (issue: Issue): void => {
  const page = pageState()
  page.told ??= new Set()
  const key = issue.code + issue.path
  if (!page.told.has(key)) console.warn(warning(issue.message))
  page.told.add(key)
}

/**
 * `prepare` for a payment that is about to begin: tells of warnings.
 *
 * @throws PayError `INVALID_REQUEST` with all issues, where an error is among them or the request is no object.
 */
export const checkRequest = (request: KnownParameters, options: CheckoutOptions): Prepared => {
  let prepared: Prepared
  try {
    prepared = prepare(request, options)
  } catch (cause) {
    // No object, or one whose members can't be read.
    const message = asText(cause)
    const issue: Issue = { level: 'error', code: 'TYPE', path: '', message, expected: anObject }
    throw new PayError('INVALID_REQUEST', message, { issues: [issue], cause })
  }
  const { issues } = prepared
  const errors: Issue[] = []
  for (const issue of issues) {
    if (issue.level === 'error') errors.push(issue)
    else tell(options.onWarning ?? warnOnce, issue)
  }
  if (errors.length) throw new PayError('INVALID_REQUEST', badRequest(errors), { issues })
  return prepared
}
