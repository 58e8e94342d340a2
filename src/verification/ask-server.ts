/** Asks the shop's server what it knows of a payment. */
import { answeredStatus, failedToAnswer, silent, unknownVerdict } from '../developer-texts.ts'
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
  /** What came where there was no verdict, for the developer. */
  readonly fault?: Fault | undefined
}

/** Why a question has brought no verdict. */
export interface Fault {
  /** What the server did, as the end of "the server …". */
  readonly what: string
  /** What was thrown. */
  readonly cause?: unknown
}

const NO_ANSWER: Answer = { fault: { what: silent } }

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
  const { verdict, retryAfter } = isRecord(answer) ? answer : { verdict: answer }
  const known = { retryAfter: seconds(retryAfter), answer }
  return isVerdict(verdict) ? { verdict, ...known } : { fault: { what: unknownVerdict(verdict) }, ...known }
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
  if (!response.ok) {
    const pause = retryAfter === null ? undefined : seconds(Number(retryAfter))
    return { retryAfter: pause, fault: { what: answeredStatus(response.status) } }
  }
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
  } catch (cause) {
    return { fault: { what: failedToAnswer(cause), cause } }
  } finally {
    clearTimeout(timer)
    stopListening()
    giveUp()
  }
}
