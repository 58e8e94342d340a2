import { issueSentence, shown } from '../developer-texts.ts'
import type { GatewayRow } from '../gateways/table.ts'
import type { Expectation, Issue, IssueCode } from '../issue.ts'
import type { Iamport, LoadOptions } from '../public-options.ts'
import type { Members } from '../util/is-object.ts'

/** All that a check of a request may look at. */
export interface Context {
  /** What the SDK would get. */
  readonly params: Members
  /** The same as the shop wrote it: before addresses were resolved, and amount and merchant_uid were converted. */
  readonly request: Members
  /** The gateway's code, without a merchant id; empty where it is not known. */
  readonly gateway: string
  /** What the table knows of it. */
  readonly row: GatewayRow | undefined
  readonly isPhone: boolean
  /** Whether the result will arrive at `m_redirect_url`, in a browser that can be sent there. */
  readonly isLeaving: boolean
  readonly options: { readonly sdk?: LoadOptions['sdk']; readonly provider?: string | undefined }
  /** The script on the page, if there is one. */
  readonly present: Iamport | undefined
}

/** What an issue may say beyond its level, code, parameter, expectation and what came. */
interface Extra {
  /** What belongs to the expectation: a list of values, a length, a name. */
  readonly value?: string | undefined
  /** The gateway whose rule it is. */
  readonly gateway?: string | undefined
}

/** Makes an issue about a parameter, with its sentence. `came` is the value that the request has there. */
export const makeIssue = (
  level: Issue['level'],
  code: IssueCode,
  path: string,
  expected: Expectation,
  came: unknown,
  { value, gateway }: Extra = {},
): Issue => {
  const issue: Issue = { level, code, path, message: '', expected, received: shown(came) }
  if (value !== undefined) issue.value = value
  if (gateway) issue.gateway = gateway
  issue.message = issueSentence(issue) ?? path
  return issue
}
