/**
 * What the shop's server says of an order. Browser and server speak of the same seven.
 *
 * - `paid`: the order's money came. With `refunded` above 0 a part of it went back.
 * - `awaiting`: a virtual account or a slip was issued, and its deposit has not come yet.
 * - `pending`: the gateway decides later, or a person has to look first. Nobody may pay again meanwhile.
 * - `registered`: a card was registered (빌링키), and nothing was charged.
 * - `unpaid`: no money came.
 * - `cancelled`: all of the money went back.
 * - `mismatch`: money that is not this order's came: another amount or currency, a test channel, another order. A
 *   person has to look.
 *
 * @example
 * if (settlement.verdict === 'paid') await shipGoods()
 */
export type Verdict = 'paid' | 'awaiting' | 'pending' | 'registered' | 'unpaid' | 'cancelled' | 'mismatch'
