/** Repeats the question to the shop's server while the server is unsure, for about ten seconds. */
import type { Claim, Verify } from '../types/verified.ts'
import { type Answer, askServer } from './ask-server.ts'

/** The pauses between questions where the server names none, in seconds. */
const PAUSES = [1, 2, 3, 4]
/** The shortest pause, in seconds: a server that asks for none is not asked without a break. */
const SHORTEST_PAUSE = 0.5
/** For how long the question is repeated after the first answer, in seconds. */
const PATIENCE = 10
/** How much longer the last question may take, in ms. */
const TOLERANCE = 500

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(end, ms)
    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })

/** Whether another question may bring more: the server could not be reached, or knows of no money yet. */
const isOpen = ({ verdict }: Answer): boolean => verdict === undefined || verdict === 'unpaid'

/**
 * Asks until the server has given a verdict other than "unpaid", or the time is over.
 *
 * @returns the last answer. A server that said "unpaid" and was silent ever since has not said how the payment ended.
 * @param claim is called for each question, because a late result may bring the payment's number.
 * @param signal ends the questions early.
 */
export const askUntilSure = async (
  verify: Verify,
  claim: () => Claim,
  signal: AbortSignal,
): Promise<Answer> => {
  const controller = new AbortController()
  const end = (): void => controller.abort()
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  let over: ReturnType<typeof setTimeout> | undefined
  let waited = 0
  let answer: Answer = {}
  try {
    for (let round = 0; ; round++) {
      const newest = await askServer(verify, claim(), controller.signal)
      // A question that was cut short here says nothing of the server.
      if (controller.signal.aborted && newest.verdict === undefined) return answer
      answer = newest
      if (!isOpen(answer) || controller.signal.aborted) return answer
      over ??= setTimeout(end, PATIENCE * 1_000 + TOLERANCE)
      const left = PATIENCE - waited
      if (left <= 0) return answer
      // A server that wants more time than is left is asked a last time at the end: it may know by then.
      const wait = Math.min(Math.max(answer.retryAfter ?? PAUSES[round] ?? left, SHORTEST_PAUSE), left)
      waited += wait
      await pause(wait * 1_000, controller.signal)
      if (controller.signal.aborted) return answer
    }
  } finally {
    clearTimeout(over)
    signal.removeEventListener('abort', end)
  }
}
