/** What can go wrong with a payment, and can be tried out: one row each. */
import type { ShopOptions } from 'iamport-checkout'
import type { SandboxOptions } from '../../src/sandbox/options.ts'

export interface Trouble {
  /** What the sandbox is told. */
  sandbox?: SandboxOptions
  /** What the package is told: another script, and less patience, so that nobody has to wait long. */
  options?: Partial<ShopOptions>
  /** Happens on this kind of device only. */
  only?: 'pc'
  /** How it ends: the error's code, or the server's verdict where that makes it a good end. */
  ends: string
}

const scriptAt = (src: string): ShopOptions['sdk'] => ({ src, jquery: false })

export const troubles = {
  none: { ends: '' },
  'popup-blocked': { sandbox: { misbehave: 'popup-blocked' }, only: 'pc', ends: 'POPUP_BLOCKED' },
  'window-closed': { sandbox: { outcome: 'close', delay: 800 }, ends: 'WINDOW_CLOSED' },
  'script-blocked': {
    options: { sdk: scriptAt('/demo/blocked/iamport.payment.js') },
    ends: 'SDK_LOAD_FAILED',
  },
  'script-hangs': {
    options: { sdk: scriptAt('/demo/hanging/iamport.payment.js'), timeout: 1500, retries: 1 },
    ends: 'SDK_LOAD_TIMEOUT',
  },
  'no-channels': {
    sandbox: { misbehave: 'no-channels' },
    options: { openTimeout: 2500 },
    ends: 'WINDOW_NOT_OPENED',
  },
  'script-throws': { sandbox: { misbehave: 'throw' }, ends: 'SDK_ERROR' },
  'double-click': { ends: 'BUSY' },
  'uid-twice': { ends: 'paid' },
  tampered: { ends: 'MISMATCH' },
  'false-though-paid': { sandbox: { misbehave: 'false-though-paid' }, ends: 'paid' },
  'late-result': { sandbox: { misbehave: 'late' }, only: 'pc', ends: 'paid' },
  'api-down': { ends: 'UNCONFIRMED' },
} as const satisfies Record<string, Trouble>

export type TroubleId = keyof typeof troubles
export const troubleIds = Object.keys(troubles) as TroubleId[]
export const troubleOf = (id: TroubleId): Trouble => troubles[id]
