/**
 * Leads from what the browser heard to what the server has proven. The server has the last word:
 *
 * | the browser heard | the server is asked | ends |
 * |---|---|---|
 * | success | until it is sure | good: resolves; `unpaid` or no answer: `UNCONFIRMED` |
 * | a failure in doubt | until it is sure | good: resolves; `unpaid`: the same error, out of doubt unless the gateway may approve later, or calls the order paid already; no answer: the same error |
 * | any other failure after the script was called | once | good: resolves; else the same error |
 * | a failure before that | not at all | the same error |
 *
 * Wherever it is asked, `mismatch` is `MISMATCH` and `cancelled` is `CANCELLED`.
 */
import {
  abortedWhileVerifying,
  callsOrder,
  cancelledByServer,
  mismatch,
  silent,
  unconfirmed,
} from '../developer-texts.ts'
import { PayError, withDetails } from '../errors.ts'
import type { UnverifiedPayment } from '../types/response.ts'
import type { Claim, GoodVerdict, VerifiedPayment, Verify } from '../types/verified.ts'
import { isRecord } from '../util/is-object.ts'
import { mayApproveLater } from '../util/late-gateways.ts'
import { type Answer, askServer, isGood } from './ask-server.ts'
import { askUntilSure } from './ask-until-sure.ts'

/** The end of a payment, as the browser heard it. */
export type Heard =
  | { readonly kind: 'success'; readonly payment: UnverifiedPayment }
  | {
      readonly kind: 'failure'
      readonly error: PayError
      /** Whether `IMP.request_pay` was called, or the page was left for the gateway. */
      readonly wasCalled: boolean
    }

/** How the server is asked. */
export interface Questions {
  readonly verify: Verify
  /** Ends the questions. */
  readonly signal: AbortSignal
  /** Called when the server is about to be asked. */
  onVerifying(): void
  /** A success that the script has reported late, after the browser heard of a failure; null as long as there is none. */
  lateSuccess(): UnverifiedPayment | null
  /**
   * An earlier attempt on the same order that the server has not been sure of. Whatever this attempt came to, money may have moved
   * with that one.
   */
  readonly earlier?: Heard | undefined
}

/** 주문번호 of what was heard. */
export const orderOf = (heard: Heard): string | undefined =>
  heard.kind === 'success' ? heard.payment.merchant_uid : heard.error.merchant_uid

const claimOf = (heard: Heard): Claim => {
  const { imp_uid = null, merchant_uid = '' } = heard.kind === 'success' ? heard.payment : heard.error
  return { imp_uid, merchant_uid }
}

const gatewayOf = (heard: Heard): string | undefined =>
  heard.kind === 'success' ? heard.payment.pg_provider : heard.error.gateway

/** The end of a payment that the server calls good. */
const verified = (heard: Heard, claim: Claim, verdict: GoodVerdict, answer: unknown): VerifiedPayment => {
  const told = isRecord(answer) && typeof answer['imp_uid'] === 'string' ? answer['imp_uid'] : null
  return {
    verdict,
    merchant_uid: claim.merchant_uid,
    imp_uid: told ?? claim.imp_uid,
    payment: heard.kind === 'success' ? heard.payment : null,
    answer,
  }
}

/** Makes the error of a verdict, with what the browser heard. */
const errorOf = (
  code: PayError['code'],
  message: string,
  heard: Heard,
  { verdict, fault }: Answer,
): PayError => {
  const { imp_uid, merchant_uid } = claimOf(heard)
  return new PayError(code, message, {
    merchant_uid,
    imp_uid: imp_uid ?? undefined,
    gateway: gatewayOf(heard),
    response: heard.kind === 'success' ? heard.payment : heard.error.response,
    startedHere: heard.kind === 'success' ? heard.payment.startedHere : heard.error.startedHere,
    verdict,
    cause: heard.kind === 'failure' ? heard.error : fault?.cause,
  })
}

/** Whether money may have moved with a payment, as far as the browser knows. */
export const isInDoubt = (heard: Heard): boolean => heard.kind === 'success' || heard.error.mayHavePaid

/** The error with which a payment ends that the server has not called good. */
const failed = (heard: Heard, said: Answer, earlier: Heard | undefined): PayError => {
  const { verdict } = said
  if (verdict === 'mismatch') return errorOf('MISMATCH', mismatch, heard, said)
  if (verdict === 'cancelled') return errorOf('CANCELLED', cancelledByServer, heard, said)
  if (heard.kind === 'success') {
    const server = verdict === undefined ? (said.fault?.what ?? silent) : callsOrder(verdict)
    return errorOf('UNCONFIRMED', unconfirmed(server), heard, said)
  }
  const error = earlier ? withDetails(heard.error, { mayHavePaid: true }) : heard.error
  if (!error.mayHavePaid || verdict !== 'unpaid') return error
  // The server contradicts what was heard of the earlier attempt, and one of the two is wrong.
  const isLastWord =
    earlier?.kind !== 'success' &&
    // Somebody has paid for this order number by the word of the gateway. A server that knows of nothing doesn't take that back.
    error.code !== 'DUPLICATE_ORDER' &&
    !mayApproveLater(error.gateway) &&
    !mayApproveLater(error.response?.pg_provider)
  return withDetails(error, { verdict, ...(isLastWord && { mayHavePaid: false }) })
}

/**
 * Asks the server as the table says.
 *
 * @throws PayError
 */
export const conclude = async (heard: Heard, questions: Questions): Promise<VerifiedPayment> => {
  const { verify, signal, onVerifying, lateSuccess, earlier } = questions
  const isFailure = heard.kind === 'failure'
  // The server is not asked where no request went out.
  if (isFailure && !heard.wasCalled) throw heard.error
  onVerifying()
  const claim = (): Claim => {
    const { imp_uid, merchant_uid } = claimOf(heard)
    return { imp_uid: imp_uid ?? lateSuccess()?.imp_uid ?? null, merchant_uid }
  }
  const isClear = !isInDoubt(heard) && !earlier
  const said = isClear ? await askServer(verify, claim(), signal) : await askUntilSure(verify, claim, signal)
  const { verdict } = said
  if (verdict !== undefined && isGood(verdict)) {
    return verified(heard, claim(), verdict as GoodVerdict, said.answer)
  }
  if (signal.aborted) {
    throw withDetails(errorOf('ABORTED', abortedWhileVerifying, heard, said), { mayHavePaid: true })
  }
  const late = lateSuccess()
  if (isFailure && late && (verdict === undefined || verdict === 'unpaid')) {
    // The script has taken its failure back, and a success is asked about for longer.
    return conclude({ kind: 'success', payment: late }, { ...questions, onVerifying: () => {} })
  }
  throw failed(heard, said, earlier)
}
