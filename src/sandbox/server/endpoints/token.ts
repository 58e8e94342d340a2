import { failure, success } from '../answers.ts'
import { textOf } from '../fields.ts'
import { messages } from '../texts.ts'
import type { Handler } from './handler.ts'

/** POST /users/getToken */
export const issueToken: Handler = ({ body }, { options, tokens, clock }) => {
  const key = textOf(body['imp_key'])
  const secret = textOf(body['imp_secret'])
  if (!key || !secret) return failure(401, messages.noKey)
  const isRight = key === (options.key ?? key) && secret === (options.secret ?? secret)
  if (!isRight) return failure(401, messages.wrongKey)
  return success({ ...tokens.issue(key), now: clock.seconds() })
}
