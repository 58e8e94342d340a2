/**
 * How the workbench and the shop's page, which runs in a frame or a window of it, talk: by plain calls, because they are
 * of one origin. A message would arrive too late when a page is being left.
 */
import type { PayRequest, Prepared, ShopOptions, Verdict } from 'iamport-checkout'
import type { Order } from './order.ts'
import type { Lang, Ticket } from './ticket.ts'

/** The stations of a payment, in the order in which they usually come. */
export const steps = [
  'requested',
  'loaded',
  'loadFailed',
  'clicked',
  'validated',
  'invalid',
  'second',
  'opened',
  'left',
  'returned',
  'verifying',
  'settled',
  'late',
  'verified',
  'unpaid',
  'refused',
] as const
export type Step = (typeof steps)[number]

export interface StepEvent {
  step: Step
  /** Milliseconds since 1970. */
  at: number
  detail?: string
}

/** How a promise of `pay` or `resume` ended, as plain data. */
export interface Outcome {
  /** The second of a double click is told apart. */
  from: 'pay' | 'pay (2)' | 'resume' | 'onLateResult'
  /** What the server has proven, where it was asked. */
  verdict?: Verdict | undefined
  /** Resolved: whether the browser had heard of a success at all. */
  isHeard?: boolean
  /** Not given: it resolved. */
  code?: string
  message?: string
  mayHavePaid?: boolean
  retryable?: boolean
  /** The sentence for the buyer. */
  sentence: Record<Lang, string>
  /** What was resolved or reported. */
  data: Record<string, unknown>
}

/** What the workbench offers to the shop's page. */
export interface Bench {
  /** The page is there, and took up what there was to take up. */
  onPage(href: string, shop: Shop): void
  onStep(event: StepEvent): void
  onOutcome(outcome: Outcome): void
  /** What the server has in its books. */
  onOrder(order: Order): void
  /** The buyer wants to order once more. */
  onNewOrder(): void
  /** Somebody wants to mend a parameter. */
  onFix(path: string): void
}

/** What the shop's page offers to the workbench. */
export interface Shop {
  prepare(request: PayRequest, options: ShopOptions): Prepared
  /** Another request, or another language. */
  onTicket(ticket: Ticket): void
  /** The order has become something else, as by a refund. */
  onOrder(order: Order): void
}

declare global {
  interface Window {
    demoBench?: Bench
    demoShop?: Shop
  }
}

/** The workbench that shows this page, if one does. */
export const findBench = (): Bench | undefined => {
  try {
    return (window.parent === window ? (window.opener as Window | null) : window.parent)?.demoBench
  } catch {
    // A window of another origin.
    return undefined
  }
}
