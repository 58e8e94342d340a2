/**
 * Every English text of the server entry that a developer reads: errors and logs. What the shop's staff reads is in
 * reasons.ts. No text takes a key, a secret or a token.
 */

/** A value as it is shown in a message: short, and never more than its shape where it is large. */
const show = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (value === null || typeof value !== 'object') return String(value)
  return Array.isArray(value) ? 'an array' : 'an object'
}

// --- misuse by type -----------------------------------------------------------------------------------------------

export const inBrowser =
  'iamport-checkout/server belongs on a server: it holds the secret of the REST API, and a page would show it to everybody. window and document are both there.'
export const badOption = (name: string, expected: string, value: unknown) =>
  `${name}: expected ${expected}, got ${show(value)}`
export const badOrderNumber = (value: unknown) =>
  `order.merchant_uid: expected a text that isn't empty, got ${show(value)}`
export const badCurrency = (value: unknown) =>
  `order.currency: expected a code of three letters such as KRW, got ${show(value)}`
export const badPrice = (value: unknown, currency: string) =>
  `order.amount: expected a number in ${currency}, 0 or more and with no more decimals than ${currency} has, got ${show(value)}${
    typeof value === 'string' ? '. Some database drivers give numbers as text: convert it in find()' : ''
  }`
export const badPayments = (value: unknown) =>
  `payments: expected an array of payments as PortOne lists them, each with imp_uid and merchant_uid; got ${show(value)}`
export const recordIsText =
  "The order's payment is text: find() has to give it parsed (JSON.parse), as save() got it"
export const badRecord =
  "The order's payment is no record that save() was given: was it edited, or another column?"
export const badOrder = (merchant_uid: string, value: unknown) =>
  `find(${show(merchant_uid)}): expected an order with amount and version, or undefined; got ${show(value)}`
export const badQuestion = (value: unknown) =>
  `settle: expected { merchant_uid, imp_uid? } with texts that are not blank, of at most 200 characters and without control characters; got merchant_uid ${show(value)}`

// --- PortOne ------------------------------------------------------------------------------------------------------

export const noKeys =
  "No key or secret for PortOne's REST API. They are in its console under 결제 연동 > 연동 관리 > 식별코드·API Keys (V1 API); give them to createPayments({ key, secret }) from the environment (IMP_KEY, IMP_SECRET)."
export const unreachable = (call: string, why: string) =>
  `PortOne could not be reached: ${call} (${why}). That says nothing about the payment. Ask again later.`
export const timedOut = (call: string, ms: number) =>
  `No answer in time: ${call} (${ms} ms). That says nothing about the payment. Ask again later.`
export const unavailable = (call: string, status: number, message: string) =>
  `PortOne is busy or has trouble: ${call} was answered by ${status}${message && ` (${message})`}. That says nothing about the payment. Ask again later.`
export const noAnswer = (call: string, status: number, why: string) =>
  `That was no answer of PortOne's: ${call} gave ${status}, ${why}. A proxy, or a wrong address? It says nothing about the payment.`
export const unauthorized = (call: string, status: number, message: string) =>
  `PortOne refused the key or the token: ${call} was answered by ${status}${message && ` (${message})`}. Check IMP_KEY, IMP_SECRET, and the addresses that the console allows.`
export const refused = (call: string, status: number, code: number, message: string) =>
  `PortOne refused: ${call} was answered by ${status}, code ${code}${message && ` (${message})`}.`
export const notFound = (call: string, message: string) =>
  `PortOne doesn't know it: ${call}${message && ` (${message})`}.`
export const isRedirect = 'a redirect, which is not followed'
export const isNoEnvelope = "and a body that isn't PortOne's JSON ({ code, message, response })"
export const isTooLarge = (bytes: number) => `and a body of more than ${bytes} bytes`
export const isStrange = 'and something else than was asked for'
export const badPath = (path: unknown) =>
  `path: expected one that begins with /, such as /payments/imp_1; got ${show(path)}`
export const badId = (value: unknown) =>
  `An id for a path has to be text that isn't blank, and neither . nor ..; got ${show(value)}`

// --- the shop's orders --------------------------------------------------------------------------------------------

export const conflict = (merchant_uid: string, tries: number) =>
  `The order ${show(merchant_uid)} could not be saved: save() said ${tries} times that somebody else had written. Does it compare the version that find() gave?`
export const over = (merchant_uid: string, ms: number) =>
  `The order ${show(merchant_uid)} could not be settled in ${ms} ms. Nothing is lost: ask again, or let reconcile() find it.`
export const unknownOrder = (merchant_uid: string) => `There is no order ${show(merchant_uid)}`

// --- refund, register, reconcile ----------------------------------------------------------------------------------

export const badReason = (value: unknown) => `reason: expected a text that isn't blank, got ${show(value)}`
export const badAmount = (value: unknown, left: number, currency: string) =>
  `amount: expected a number above 0 and at most ${left} ${currency}, which is what is left; got ${show(value)}. Nothing was sent. (Leave amount out to refund all that is left: PortOne takes 0 and null for that.)`
export const badCancel = (name: string, value: unknown) =>
  `cancel: ${name} has to be a number above 0, got ${show(value)}. Nothing was sent. (PortOne takes 0, null and nothing for all of the payment.)`
export const badSave = (value: unknown) =>
  `orders.save() has to resolve with true where it has written, and with false where the version was another; got ${show(value)}.`
export const confirmOver = (ms: number) =>
  `onConfirm() has not answered within ${ms} ms. The gateway was told that there is no consent.`
export const tooManyNamed = (merchant_uid: string) =>
  `Too many payments are named for the order ${show(merchant_uid)} at once. Ask again later.`
export const nothingLeft = (merchant_uid: string) =>
  `There is nothing to refund for the order ${show(merchant_uid)}. Nothing was sent.`
export const refundUnderWay = (merchant_uid: string) =>
  `A refund for the order ${show(merchant_uid)} is under way. Nothing was sent.`
export const notItsPayment = (imp_uid: unknown, merchant_uid: string) =>
  `${show(imp_uid)} is no payment that is recorded for the order ${show(merchant_uid)}. Nothing was sent.`
export const refundNotSaved = (merchant_uid: string) =>
  `PortOne has refunded, but it could not be stored for the order ${show(merchant_uid)}. Don't refund again: settle() or reconcile() will store it.`
export const oddPayment = (merchant_uid: string) =>
  `PortOne lists a payment of the order ${show(merchant_uid)} that can't be read.`
export const badSince = (value: unknown) =>
  `since: expected a Date or a number of milliseconds, got ${show(value)}${
    typeof value === 'number' && Number.isFinite(value) ? ', which looks like seconds' : ''
  }`

// --- handlers -----------------------------------------------------------------------------------------------------

export const wrongMethod = 'Only POST'
export const tooLarge = 'The body is too large'
export const badBody = 'Expected JSON: { "imp_uid": text or null, "merchant_uid": text }'
export const badNotice = (text: string) =>
  `webhook: expected a JSON object or a form; got ${show(text)}. Hand on the text, or JSON.stringify(req.body).`
export const badConsent = (event: unknown) =>
  `webhook: ${show(event)} asks for consent and names no order. None was given.`
export const noSuchOrder = 'No such order'
export const noConsent = 'No consent'
export const tryLater = 'Not known yet. Ask again later.'
export const ownTrouble = 'The shop has trouble of its own'
export const failedIn = (where: string) => `iamport-checkout: ${where}`
