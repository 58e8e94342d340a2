/**
 * What the shop's server has found out about an order, from all that PortOne's REST API knows of it.
 *
 * - `paid`: the money came.
 * - `awaiting`: an account or a slip was issued, and the deposit is awaited.
 * - `pending`: the gateway decides later.
 * - `registered`: a card was registered, and nothing was to be paid.
 * - `unpaid`: no money.
 * - `cancelled`: all of it was given back.
 * - `mismatch`: money that is not this order's, by amount, currency, order or test channel. A person must look.
 */
export type Verdict = 'paid' | 'awaiting' | 'pending' | 'registered' | 'unpaid' | 'cancelled' | 'mismatch'
