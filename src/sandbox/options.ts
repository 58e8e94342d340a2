/** What the sandbox can be told to do. */

/** How a payment ends. `close`: the window goes away and no result comes. `hang`: nothing ever happens. */
export type SandboxOutcome = 'approve' | 'decline' | 'cancel' | 'close' | 'hang'

/**
 * Ways in which the genuine script, a gateway or the browser lets a shop down.
 *
 * - `no-channels`: the channel list never comes, so every request waits for ever and nothing is said
 * - `slow-channels`: it comes after 1500 ms; what waits for it then opens, even if `IMP.close()` was called meanwhile
 * - `throw`: the script breaks inside `request_pay`; it says so by `alert`, and the callback never comes
 * - `popup-blocked`: every gateway opens a popup on a PC, so that a `window.open` that gives null is met
 * - `wrong-channel`: refused with `imp_success` and the misspelt `error_coe`, as 1.2.0 does
 * - `bare`: responses have only the two numbers, as in the newest script, and on failure code and text
 * - `late`: the window closes without a result, which is called back 3000 ms later after all
 * - `slow-redirect`: the window closes first, the page leaves 1500 ms later
 * - `false-though-paid`: an approved payment is paid, but reported as a failure without a code
 */
export type SandboxMisbehaviour =
  | 'no-channels'
  | 'slow-channels'
  | 'throw'
  | 'popup-blocked'
  | 'wrong-channel'
  | 'bare'
  | 'late'
  | 'slow-redirect'
  | 'false-though-paid'

/** The parameters of a request, as the script sees them: with the defaults that it has written into them. */
export type SandboxRequest = Readonly<Record<string, unknown>>

export interface SandboxOptions {
  /** How payments end. Not given, or a function that gives nothing: a person chooses in the window. */
  outcome?: SandboxOutcome | ((request: SandboxRequest) => SandboxOutcome | undefined) | undefined
  /** Milliseconds until a given outcome takes effect; also with 0 it never does so at once. Default: 0. */
  delay?: number | undefined
  misbehave?: SandboxMisbehaviour | undefined
  /** The amount that is really paid, to see a shop's server catch a tampered one. Default: what was asked. */
  tamper?: ((request: SandboxRequest) => number) | undefined
  /** Where each payment that becomes ready, paid or failed is POSTed as JSON before the page hears of it. */
  ledgerUrl?: string | undefined
  /** The language of the window. Default: Korean where the page's is (`<html lang>`, else the browser's), else English. */
  locale?: 'ko' | 'en' | undefined
}
