/**
 * One round of work at a time for each order, however many ask. Whoever comes while a round runs waits for the next one,
 * which all of them share: a webhook may not take the answer of a question that was put before it came.
 */
import { canShareRequests } from './platform.ts'
import { PortOneError } from './portone/error.ts'
import * as texts from './texts.ts'

/** Payments that one round looks up by their own number. A stranger may name any, and as many as they like. */
const MOST_NAMED = 10
/** Rounds that questions of the public may fill: the one that runs, and the next. Behind more of them PortOne's webhook would wait too long. */
const MOST_PUBLIC_ROUNDS = 2

/**
 * Payments that were named, by their own numbers, and of each whether somebody said that money of it went back: a list that
 * calls it paid is then no answer.
 */
export type Named = ReadonlyMap<string, boolean>

interface Round<T> {
  named: Map<string, boolean>
  isRunning: boolean
  /** Of all that wait for it. A round that nobody waits for any more isn't run. */
  signals: AbortSignal[]
  result: Promise<T>
}

export interface Question {
  merchant_uid: string
  /** A payment to look up by its own number as well. */
  imp_uid?: string | undefined
  /** Whether whoever names the payment says that money of it went back. */
  isCancelled?: boolean | undefined
  /** Whether the answer of a round that runs already is new enough. */
  mayShare?: boolean | undefined
  /** Fires when whoever asks has stopped waiting. */
  signal: AbortSignal
}

export const createRounds = <T>(run: (merchant_uid: string, named: Named) => Promise<T>) => {
  /** By order: the round that runs, then those that wait. */
  const rounds = new Map<string, Round<T>[]>()
  const isShared = canShareRequests()

  const runAfter = async (before: Promise<T> | undefined, merchant_uid: string, round: Round<T>) => {
    // How the round before ended is for those who waited for it.
    await before?.catch(() => {})
    if (round.signals.every(signal => signal.aborted)) throw round.signals[0]!.reason
    round.isRunning = true
    return run(merchant_uid, round.named)
  }

  const begin = (queue: Round<T>[], merchant_uid: string, signal: AbortSignal): Round<T> => {
    const round = {
      named: new Map<string, boolean>(),
      isRunning: false,
      signals: [signal],
    } as unknown as Round<T>
    round.result = runAfter(queue.at(-1)?.result, merchant_uid, round)
    queue.push(round)
    rounds.set(merchant_uid, queue)
    const end = () => {
      queue.splice(queue.indexOf(round), 1)
      if (queue.length === 0) rounds.delete(merchant_uid)
    }
    round.result.then(end, end)
    return round
  }

  /** Resolves with what a round for this order gives, which looked up this payment too. */
  return ({ merchant_uid, imp_uid, isCancelled = false, mayShare = false, signal }: Question): Promise<T> => {
    if (!isShared) return run(merchant_uid, new Map(imp_uid ? [[imp_uid, isCancelled]] : []))
    const queue = rounds.get(merchant_uid) ?? []
    const fits = (round: Round<T>): boolean => {
      const isCovered = !imp_uid || round.named.has(imp_uid)
      return round.isRunning ? mayShare && isCovered : isCovered || round.named.size < MOST_NAMED
    }
    const fitting = queue.find(fits)
    if (!fitting && mayShare && queue.length >= MOST_PUBLIC_ROUNDS) {
      return Promise.reject(new PortOneError('UNAVAILABLE', texts.tooManyNamed(merchant_uid)))
    }
    const round = fitting ?? begin(queue, merchant_uid, signal)
    if (imp_uid && !round.isRunning)
      round.named.set(imp_uid, isCancelled || round.named.get(imp_uid) === true)
    round.signals.push(signal)
    return round.result
  }
}
