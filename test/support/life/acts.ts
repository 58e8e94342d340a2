/** What can happen to a page while it takes payments. A sequence of these is a test. */

/** What the script calls back with. */
export type Answer =
  | 'paid'
  | 'paid, as text'
  | 'paid, no flag'
  | 'cancelled'
  | 'duplicate'
  | 'declined'
  | 'no'
  | 'no, with a number'
  /** Somebody called `deinit`. */
  | 'not initialised'
  /** The server refused the list of channels, which the script does not ask for once more. */
  | 'no channels'
  | 'nothing'
  | 'a list'
  | 'a getter that throws'

/** What a listener of the shop's does when it is called. Where there is none, the package says it on the console. */
export type Listener = 'listens' | 'throws' | 'aborts' | 'pays'

/** One call of `requestPay`. */
export interface Pay {
  do: 'pay'
  order: 'a' | 'b'
  /** Which of two copies of the package is called. */
  copy: 0 | 1
  shop: 'imp1' | 'imp2'
  /** `alipay` leaves the page, `paymentwall` may say no to a paid order. */
  pg: 'html5_inicis' | 'alipay' | 'paymentwall'
  openTimeout: number | false | undefined
  signal: 'none' | 'later' | 'before'
  /** With a listener the request has something to warn of. */
  onWarning: Listener | undefined
  onLateResult: Listener | undefined
  /** What happens inside of `IMP.request_pay`. */
  plan: readonly Act[]
}

export type Patched = 'alert' | 'open'

export type Act =
  | Pay
  /** Of the payment that was asked for as the newest but so many. */
  | { do: 'abort'; back: number }
  /** Of the call of `IMP.request_pay` that was the newest but so many. */
  | { do: 'call back'; back: number; answer: Answer }
  /** `identity`: what is shown is a check of identity. */
  | { do: 'show'; identity?: true }
  | { do: 'hide' }
  /** Whoever has the script make its frames anew: a page that calls `IMP.init`, or the script itself. */
  | { do: 'renew' }
  /** The frame that the script made last has loaded. */
  | { do: 'load' }
  /** The page takes the dialog out of the document, puts it back, or puts another body in place. */
  | { do: 'detach' }
  | { do: 'attach' }
  | { do: 'replace body' }
  /** Something else comes into the page: a window that is drawn elsewhere, or what is the page's own. */
  | { do: 'draw' }
  | { do: 'alert'; text: 'failure' | 'blocked' | 'own' }
  | { do: 'open'; popup: 'refused' | 'allowed' | 'noopener' | 'throws' }
  /** The page puts a wrapper over the function, puts the browser's own back, or makes it one that can't be replaced. */
  | { do: 'wrap' | 'unwrap' | 'lock'; name: Patched }
  | { do: 'begin to leave' }
  /** Left, and came back to with Back after so long. */
  | { do: 'leave and return'; ms: number }
  | { do: 'show the page' }
  /** Only as part of a plan. */
  | { do: 'throw' }
  /** The script comes or doesn't; where none is under way, it comes by itself. */
  | { do: 'script'; comes: 'whole' | 'empty' | 'not' }
  /** Another IMP takes the place of the one that is there: a sandbox is installed. */
  | { do: 'replace IMP' }
  | { do: 'storage'; refused: boolean }
  /** `resumePay` for a result, by the address of the page or as an option. */
  | { do: 'land'; order: 'a' | 'b'; paid: boolean; here: boolean }
  /** `resumePay` where there is no result. */
  | { do: 'resume' }
  | { do: 'wait'; ms: number }

/** The page that it happens to. */
export interface Setup {
  /** Whether the script is there from the beginning. */
  present: boolean
  /** `unknown` is one that draws its window in a way that is not known. Both ways of `v1` are in ways/. */
  kind: 'old' | 'unknown'
  /** What `IMP.close` does, if there is one. */
  close: 'none' | 'closes' | 'throws'
  /** What happens inside of the first `IMP.init`. */
  init: readonly Act[]
  /** What this tab began before the page was loaded, and nobody was told of. */
  begun: 'a' | undefined
  /** The page's own `alert` throws. */
  alertThrows: boolean
}

/** How a payment ended, as far as a shop can tell. `either`: the contract leaves it open. */
export type Ending = { paid: string | null } | { code: string; mayHavePaid: boolean | 'either' }
