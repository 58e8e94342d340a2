/** What can happen while payments go the ways of the genuine scripts. A sequence of these is a test. */

import type { ServerAnswers } from './shop-server.ts'

/** Which script: those that the fakes play. */
export type Sdk = '1.1.5' | '1.2.0' | 'v1 1.5.0' | 'v1 1.19.0' | 'v1 1.28.12'

/**
 * Of each kind of window one: a frame of the dialog, popups of the old way that the frame or nobody answers for, an iframe and a
 * popup of a driver. `own`: the window that 1.5.0 draws itself.
 */
export type Gateway = 'frame' | 'payco' | 'smartro' | 'tosspay' | 'driver' | 'driver popup' | 'own'

export type Host = 'channels' | 'frames' | 'prepare' | 'driver' | 'status' | 'fail'
/** How a host answers from now on. `empty`: a list without channels, a driver that does not register. */
export type Answer = 'well' | 'with an error' | 'not at all' | 'never' | 'empty'

export interface Pay {
  do: 'pay'
  order: 'a' | 'b'
  gateway: Gateway
  /** The request names the channel by its key, and no gateway: only the server knows which way it goes. 1.28.12 alone knows keys. */
  hasChannelKey: boolean
  openTimeout: number | undefined
  hasSignal: boolean
  onLateResult: 'listens' | 'pays'
}

export type Act =
  | Pay
  | { do: 'abort'; back: number }
  /** In one of the windows that the buyer sees. `in silence`: the money moves, and nobody is told. */
  | { do: 'buyer'; window: number; does: 'approves' | 'is refused' | 'cancels' | 'approves in silence' }
  | { do: 'close popup'; window: number }
  /** The page in the frame that is shown says something else. */
  | { do: 'frame says'; what: 'hello' | 'no JSON' | 'that it broke' | 'the result of another' }
  | { do: 'driver'; window: number; does: 'fails' | 'forgets the number' | 'says yes, then no' }
  /** The drivers that come from now on: some fail half a second after their window was there. */
  | { do: 'drivers'; fail: boolean }
  | { do: 'host'; host: Host; answers: Answer }
  /** What the server knows of a payment whose popup was closed, and which was not paid. */
  | { do: 'state'; of: 'STATUS_PREPARED' | 'STATUS_FAILED' }
  | { do: 'refuse popups'; refused: boolean }
  /** How the shop's server answers from now on. Only `pay` asks it. */
  | { do: 'server'; answers: ServerAnswers }
  /** By code of the page's own. */
  | {
      do: 'page'
      does: 'init' | 'deinit' | 'close' | 'add the script again' | 'append' | 'alert' | 'open a popup'
    }
  | { do: 'leave and return'; ms: number }
  | { do: 'wait'; ms: number }

export interface Setup {
  sdk: Sdk
  /** The script has been initialised, and its frames are there. */
  isWarm: boolean
  /** The shop calls `pay`, and not `requestPay`. */
  isVerified: boolean
  /** How the shop's server answers at first. */
  server: ServerAnswers
}
