/** Checks for options that people get wrong in plain JavaScript, where no compiler warns them. */
import { wrongOption } from './developer-texts.ts'
import { PayError } from './errors.ts'
import type { Verify } from './types/verified.ts'

/** @throws PayError `INVALID_OPTIONS`, with the option's name, what was expected and what came. */
export const demand = (isRight: unknown, name: string, expected: string, received: unknown): void => {
  if (!isRight) throw new PayError('INVALID_OPTIONS', wrongOption(name, expected, received))
}

/** The longest time that a browser's timer can wait, in ms. A timer with a longer time would fire at once. */
const LONGEST_WAIT = 2 ** 31 - 1

/** Demands a time in ms: more than 0, and no longer than a timer can wait. A missing time is right. */
export const demandTime = (ms: unknown, name: string): void =>
  demand(
    ms === undefined || (typeof ms === 'number' && ms > 0 && ms <= LONGEST_WAIT),
    name,
    'a time in milliseconds, more than 0 and less than 2³¹',
    ms,
  )

/** Demands a count from 0 to 999. A missing count is right. */
export const demandCount = (count: unknown, name: string): void =>
  demand(
    count === undefined || (typeof count === 'number' && count >= 0 && count < 1000),
    name,
    'a number from 0 to 999',
    count,
  )

/** Demands a signal that can be listened to. Null counts as none, as `fetch` has it. */
export const demandSignal = (signal: AbortSignal | null | undefined): void =>
  demand(!signal || signal.addEventListener, 'signal', 'an AbortSignal, not its controller', signal)

/** Demands the merchant code of a shop. */
export const demandUserCode = (userCode: unknown): void =>
  demand(
    typeof userCode === 'string' && userCode.trim(),
    'userCode',
    'the merchant code of the admin console, such as imp12345678',
    userCode,
  )

/** Demands the way in which `pay` and `resume` ask the shop's server, and returns it. */
export const demandVerify = (verify: Verify | undefined): Verify => {
  const isRight =
    typeof verify === 'function' || verify instanceof URL || (typeof verify === 'string' && verify.trim())
  demand(isRight, 'verify', 'the address of your server, or a function that asks it', verify)
  return verify!
}
