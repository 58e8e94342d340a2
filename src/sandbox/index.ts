import type { Iamport } from '../public-options.ts'
import { inBrowser } from '../util/device.ts'
import { checkOptions } from './check-sandbox-options.ts'
import { makeImp } from './imp.ts'
import { makeLedger, type SandboxPayment } from './ledger.ts'
import type { SandboxOptions } from './options.ts'
import { needsPage } from './texts.ts'

export type { SandboxPayment } from './ledger.ts'
export type { SandboxMisbehaviour, SandboxOptions, SandboxOutcome, SandboxRequest } from './options.ts'

/** An installed sandbox. */
export interface Sandbox {
  /** What is on `window.IMP`. */
  IMP: Omit<Required<Iamport>, 'slots' | 'deinit'>
  /** All payments of this tab, oldest first; they survive a redirect. */
  payments(): SandboxPayment[]
  /** One payment. */
  find(imp_uid: string): SandboxPayment | undefined
  /** Changes the options that are given; `undefined` takes one back. Payments under way keep their outcome. */
  configure(options: SandboxOptions): void
  /**
   * Takes everything away: `window.IMP` if it is still ours, an open window, and the payments. A request under way is
   * called back as failed, so that the next test doesn't find the page busy.
   */
  uninstall(): void
}

let current: { leave(): void } | undefined

/**
 * Puts an `IMP` on the page that behaves as the genuine script does, without network, jQuery or account. For demos
 * and for a shop's own tests. It takes the place of an `IMP` that is there, and of an earlier sandbox, whose payments
 * it keeps.
 *
 * @throws TypeError for options that there are not, or of the wrong shape.
 */
export const installSandbox = (options: SandboxOptions = {}): Sandbox => {
  if (!inBrowser()) throw new Error(needsPage)
  checkOptions(options)
  current?.leave()
  const settings = { ...options }
  const ledger = makeLedger()
  const { IMP, reload, remove } = makeImp(settings, ledger)
  const holder = window as unknown as { IMP?: unknown }
  const leave = (): void => {
    remove()
    if (holder.IMP === IMP) delete holder.IMP
  }
  holder.IMP = IMP
  current = { leave }
  return {
    IMP,
    payments: ledger.payments,
    find: imp_uid => ledger.payments().find(payment => payment.imp_uid === imp_uid),
    configure: changes => {
      checkOptions(changes)
      Object.assign(settings, changes)
      reload()
    },
    uninstall: () => {
      leave()
      ledger.clear()
    },
  }
}
