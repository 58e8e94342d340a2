/**
 * The shop's server, which `pay` asks: it knows the books, or is slow, down, behind, wrong. It remembers what it said, for what a payment
 * may end with depends on that and on nothing else.
 */
import type { Verdict } from 'iamport-checkout'

/** `truth`: the order is paid, or it is not. The verdicts are said whatever the books say. */
export type ServerAnswers =
  | 'the truth'
  | 'the truth, slowly'
  | 'an error'
  | 'never'
  | 'rubbish'
  | 'an unknown verdict'
  | Verdict

const GOOD: readonly Verdict[] = ['paid', 'awaiting', 'pending', 'registered']

interface Saying {
  readonly order: string
  readonly verdict: Verdict
  /** Whether the books said otherwise. */
  readonly isLie: boolean
}

export class ShopServer {
  answers: ServerAnswers = 'the truth'
  readonly #said: Saying[] = []

  /** @param isPaid reads the books: whether money has come for an order. */
  constructor(private readonly isPaid: (order: string) => boolean) {}

  readonly verify = async ({ merchant_uid: order }: { merchant_uid: string }): Promise<Verdict> => {
    switch (this.answers) {
      case 'the truth':
        return this.#say(order, this.#truth(order))
      case 'the truth, slowly':
        await new Promise(resolve => setTimeout(resolve, 3_001))
        return this.#say(order, this.#truth(order))
      case 'an error':
        throw new TypeError('Failed to fetch')
      case 'never':
        return new Promise(() => {})
      case 'rubbish':
        return '<!doctype html>' as Verdict
      case 'an unknown verdict':
        return { verdict: 'PAID' } as never
      default:
        return this.#say(order, this.answers)
    }
  }

  /** Whether it has called an order good with this verdict. */
  hasSaidGood(order: string, verdict: Verdict): boolean {
    return GOOD.includes(verdict) && this.#said.some(it => it.order === order && it.verdict === verdict)
  }

  /** Whether it has said of an order that no money came, or that it was given back, against the books. */
  hasDenied(order: string): boolean {
    return this.#said.some(it => it.order === order && it.isLie && /unpaid|cancelled/.test(it.verdict))
  }

  /** Whether it has said at all of an order that no money came, or that it was given back. */
  hasSaidNo(order: string): boolean {
    return this.#said.some(it => it.order === order && /unpaid|cancelled/.test(it.verdict))
  }

  #truth(order: string): Verdict {
    return this.isPaid(order) ? 'paid' : 'unpaid'
  }

  #say(order: string, verdict: Verdict): Verdict {
    this.#said.push({ order, verdict, isLie: GOOD.includes(verdict) !== this.isPaid(order) })
    return verdict
  }
}
