/** Asks the shop's server what it knows of a payment. */
import type { Verdict } from '../types/verdict.ts'
import type { Claim, Verify } from '../types/verified.ts'
import { isRecord } from '../util/is-object.ts'

/** The server's answer to one question. */
export interface Answer {
  /** The verdict. Not given: there was no answer, whatever the reason. */
  readonly verdict?: Verdict | undefined
  /** Seconds until the next question makes sense, as the server sees it. */
  readonly retryAfter?: number | undefined
  /** The answer, whole. */
  readonly answer?: unknown
}

const NO_ANSWER: Answer = {}

/** How long one question may take, in ms. */
const QUESTION = 8_000

/** Whether the payment has gone well, for every verdict. A new verdict does not compile without a line here. */
const VERDICTS: Readonly<Record<Verdict, boolean>> = {
  paid: true,
  awaiting: true,
  pending: true,
  registered: true,
  unpaid: false,
  cancelled: false,
  mismatch: false,
}

const isVerdict = (value: unknown): value is Verdict =>
  typeof value === 'string' && Object.keys(VERDICTS).includes(value)

/** Whether a verdict means that the payment has gone well. */
export const isGood = (verdict: Verdict): boolean => VERDICTS[verdict]

const seconds = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined

/** Reads what a server sent: a verdict alone, or an object with a verdict. Anything else is no answer. */
const read = (answer: unknown): Answer => {
  if (isVerdict(answer)) return { verdict: answer, answer }
  if (!isRecord(answer)) return NO_ANSWER
  const { verdict, retryAfter } = answer
  return { verdict: isVerdict(verdict) ? verdict : undefined, retryAfter: seconds(retryAfter), answer }
}

/** Asks an address. A server that can't answer now says when to ask again by the `Retry-After` header. */
const askAddress = async (address: string | URL, claim: Claim, signal: AbortSignal): Promise<Answer> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(claim),
    credentials: 'same-origin',
    signal,
  })
  const retryAfter = response.headers.get('retry-after')
  if (!response.ok) return retryAfter === null ? NO_ANSWER : { retryAfter: seconds(Number(retryAfter)) }
  return read(await response.json())
}

/** Acts when a signal fires, or at once if it has fired. Returns a function that stops listening. */
const onAbort = (signal: AbortSignal, act: () => void): (() => void) => {
  if (signal.aborted) act()
  signal.addEventListener('abort', act)
  return () => signal.removeEventListener('abort', act)
}

/**
 * Asks one question. The promise never rejects and settles in time: whatever goes wrong is no answer. A function of the shop's
 * that ignores its signal is not waited for.
 *
 * @param signal ends the question early.
 */
export const askServer = async (verify: Verify, claim: Claim, signal: AbortSignal): Promise<Answer> => {
  const controller = new AbortController()
  const end = (): void => controller.abort()
  const timer = setTimeout(end, QUESTION)
  const stopListening = onAbort(signal, end)
  let giveUp: () => void = () => {}
  const ended = new Promise<Answer>(resolve => {
    giveUp = onAbort(controller.signal, () => resolve(NO_ANSWER))
  })
  const ask = async (): Promise<Answer> =>
    typeof verify === 'function'
      ? read(await verify({ ...claim }, controller.signal))
      : askAddress(verify, claim, controller.signal)
  try {
    return await Promise.race([ask(), ended])
  } catch {
    return NO_ANSWER
  } finally {
    clearTimeout(timer)
    stopListening()
    giveUp()
  }
}
