/*
 * The new way of `v1`: ask the server to prepare the payment, then load the driver of this gateway and kind of window, which
 * does the rest. Nothing of the dialog is used. What drivers draw is theirs; ours is driver.js.
 */
import { hasDriver, pathOf } from './drivers.js'
import { openOwnWindow } from './own-window.js'
import * as texts from './texts.js'

/** How the three kinds of requests differ. */
const KINDS = {
  payment: {
    name: 'payment',
    prepare: 'prepare',
    fail: 'fail',
    status: 'status',
    type: 'PAYMENT',
    badResult: texts.BAD_RESULT,
    notPrepared: texts.notPrepared,
    cancelled: texts.CANCELLED,
    unanswered: texts.popupLeftUnanswered,
    cleansUpFailures: true,
  },
  'issue-billing-key': {
    name: 'issue-billing-key',
    prepare: 'issue-prepare',
    fail: 'issue-fail',
    status: 'issue-status',
    type: 'ISSUE_BILLING_KEY',
    badResult: texts.BAD_BILLING_KEY,
    notPrepared: texts.billingKeyNotPrepared,
    cancelled: texts.BILLING_KEY_CANCELLED,
    unanswered: texts.billingKeyPopupLeftUnanswered,
    cleansUpFailures: false,
  },
  'issue-billing-key-and-pay': {
    name: 'issue-billing-key-and-pay',
    prepare: 'issue-billing-key-and-pay-prepare',
    fail: 'issue-billing-key-and-pay-fail',
    type: 'ISSUE_BILLING_KEY_AND_PAY',
    badResult: texts.BAD_BILLING_KEY_AND_PAY,
    notPrepared: texts.billingKeyNotPrepared,
    cleansUpFailures: false,
  },
}

/** What the server, or something on the way, says: always a code and a text. */
class Failure extends Error {
  constructor(code, message) {
    super(message)
    this.code = code
  }
}
const codeOf = error => (error instanceof Failure ? error.code : 'F500')

/** How often the server is asked once more what became of a payment whose popup was closed. */
const FURTHER_QUESTIONS = 5

export class NewWay {
  code = ''
  tier = ''
  /** Those that have registered, by their id; they are cleaned up before the next one is loaded. */
  #drivers = {}

  constructor(release, outside) {
    this.release = release
    this.outside = outside
  }

  get slots() {
    const { service, checkout, drivers } = this.outside.hosts
    return {
      CORE_SERVER: service,
      CHECKOUT_SERVER: checkout,
      DRIVER_SERVE_URL: drivers,
      SDK_VERSION: this.release.text,
    }
  }

  // --- drivers ------------------------------------------------------------------------------------------------------

  /** One that fails to clean up is waited for in vain. */
  async cleanUp() {
    const { slots } = this
    await Promise.all(Object.values(this.#drivers).map(driver => driver.onBeforeCleanup?.({ slots })))
    for (const id of Object.keys(this.#drivers)) {
      const address = `${this.outside.hosts.drivers}/${pathOf(id)}`
      document.querySelector(`script[src="${address}"]`)?.remove()
      delete this.#drivers[id]
    }
  }

  async #load(id) {
    if (!hasDriver(this.release, id)) throw new Error(texts.noDriver(id))
    await new Promise((resolve, reject) => {
      // What goes wrong in here neither ends nor fails the load, as in the genuine script.
      void this.cleanUp().then(() => {
        window.__PORTONE__ = {
          registerDriver: (name, driver) => {
            this.#drivers[name] = driver
          },
        }
        this.outside
          .addScript(`${this.outside.hosts.drivers}/${pathOf(id)}`, document.body)
          .then(resolve, () => reject(new Error(texts.driverNotLoaded(id))))
      })
    })
    // One that did not register is not there: a TypeError.
    return this.#drivers[id]
  }

  // --- the server ---------------------------------------------------------------------------------------------------

  async #ask(path, body, explain) {
    const address = `${this.outside.hosts.checkout}/api/${path}`
    const response = await this.outside.fetch(
      address,
      body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      },
    )
    if (response.ok) return response.json()
    const text = await response.text()
    let failure = new Failure('F500', explain(text))
    try {
      const { code, message } = JSON.parse(text)
      failure = new Failure(code, message)
    } catch {}
    throw failure
  }

  // --- one request --------------------------------------------------------------------------------------------------

  async request(params, callback, kindName = 'payment') {
    const kind = KINDS[kindName]
    const { merchant_uid } = params
    if (!this.code) {
      alert(texts.NO_INIT_NEW)
      console.error(texts.NO_INIT_NEW)
      // 1.28 answers before it comes here.
      return Promise.reject({ error_msg: texts.NO_INIT_NEW })
    }
    const fail = error => callback({ merchant_uid, error_code: codeOf(error), error_msg: error.message })
    try {
      const { code: userCode, tier: tierCode, slots } = this
      // Of billing keys the server is not told by which release.
      const sdkVersion = kindName === 'payment' ? { sdkVersion: slots.SDK_VERSION } : {}
      const data = { userCode, tierCode, ...sdkVersion, ...params }
      const prepared = await this.#ask(`${kind.prepare}/v1`, { data }, kind.notPrepared)
      if (
        !this.release.isAtLeast('1.19') &&
        kindName === 'payment' &&
        !('pgInitializePaymentResponse' in prepared)
      ) {
        openOwnWindow(prepared, callback, this.outside, (code, text) => {
          throw new Failure(code, text)
        })
        return undefined
      }
      const driver = await this.#load(idOf(prepared, kindName))
      await driver.onAfterInitialize?.({ slots, initializeOrPrepareResponse: prepared })
      await driver.onAfterPrepare?.(
        { slots, prepareResponse: prepared },
        this.#listeners(kind, prepared, params, callback),
      )
    } catch (error) {
      if (kind.cleansUpFailures) await this.cleanUp()
      fail(error)
    }
  }

  #listeners(kind, prepared, { merchant_uid }, callback) {
    const over = async (type, result) => {
      await this.cleanUp()
      if (type === kind.type && 'imp_uid' in result) callback(result)
      else callback({ merchant_uid, error_code: 'F500', error_msg: kind.badResult })
    }
    const listeners = { onTransactionOver: over }
    const force = text => async () => callback({ merchant_uid, error_code: 'F500', error_msg: text })
    if (!this.release.isAtLeast('1.19')) {
      // Nobody is asked, and a billing key has no such handler at all.
      if (kind.name !== 'payment') return listeners
      return { ...listeners, onForceClose: force(texts.notImplemented('requestPaymentToV2')) }
    }
    return {
      ...listeners,
      onFail: message => this.#reportFailure(kind, prepared, message, callback),
      onForceClose: kind.status
        ? () => this.#askWhatBecameOfIt(kind, prepared, callback)
        : force(texts.notImplemented('requestIssueBillingKeyAndPay')),
    }
  }

  /** A driver's failure becomes one of the server's. Its answer is a landing address. */
  async #reportFailure(kind, { pgProvider, txId, paymentId }, message, callback) {
    try {
      const path = `${kind.fail}/${pgProvider}/v1`
      const { redirectUrl } = await this.#ask(
        path,
        { txId, paymentId, message, isDirectReturn: true },
        texts.failNotSent,
      )
      const said = new URL(redirectUrl, this.outside.hosts.checkout).searchParams
      callback({
        imp_uid: said.get('imp_uid') || txId,
        merchant_uid: said.get('merchant_uid') || paymentId,
        error_code: said.get('error_code') || 'F400',
        error_msg: said.get('error_msg') || message,
      })
    } catch (error) {
      callback({
        imp_uid: txId,
        merchant_uid: paymentId,
        error_code: codeOf(error),
        error_msg: error.message,
      })
    }
  }

  /** The buyer has closed the popup. */
  async #askWhatBecameOfIt(kind, prepared, callback) {
    const { txId: imp_uid, paymentId: merchant_uid } = prepared
    const ids = { imp_uid, merchant_uid }
    try {
      const found = await this.#askForStatus(kind, prepared)
      const { status, failure } = found
      if (/APPROVED|VIRTUAL_ACCOUNT_ISSUED/.test(status)) callback(ids)
      else if (/FAILED/.test(status)) {
        const error_code = failure?.isOfGateway === false ? 'PORTONE_ERROR' : 'PG_PROVIDER_ERROR'
        callback({ ...ids, error_code, error_msg: failure?.message })
      } else if (/PREPARED/.test(status)) await this.#reportFailure(kind, prepared, kind.cancelled, callback)
      else callback({ ...ids, error_code: 'F500', error_msg: texts.BAD_STATUS })
    } catch (error) {
      // What the callback throws comes here as well, and then it is called a second time.
      callback({ ...ids, error_code: codeOf(error), error_msg: kind.unanswered(error.message) })
    }
  }

  async #askForStatus(kind, { txId, paymentId }) {
    const path = `${kind.status}/v1?${new URLSearchParams({ txId, paymentId })}`
    let found = await this.#ask(path, undefined, text => text)
    for (let question = 0; question < FURTHER_QUESTIONS; question++) {
      if (!/FAILED|PREPARED/.test(found.status)) break
      if (question) await new Promise(resolve => setTimeout(resolve, 1_000))
      found = await this.#ask(path, undefined, text => text)
    }
    return found
  }

  // --- what is loaded into an element of the shop's -----------------------------------------------------------------

  async loadUI(uiType, params, callback) {
    const { merchant_uid } = params
    try {
      let id = `loadable-ui/payment/${uiType}`
      let prepared
      if (uiType === 'payment-bridge') await this.cleanUp()
      else {
        await this.cleanUp()
        const data = { userCode: this.code, tierCode: this.tier, ...params }
        prepared = await this.#ask('initialize-payment/v1', { data }, texts.notPrepared)
        id = idOf(prepared, 'payment')
      }
      const driver = await this.#load(id)
      if (!driver?.onLoadPaymentUI) throw new Error(texts.NO_UI)
      await driver.onLoadPaymentUI(
        { slots: this.slots, paymentRequest: params },
        {
          onTransactionOver: result => callback(result),
          onFailPayment: message => this.#reportFailure(KINDS.payment, prepared, message, callback),
        },
      )
    } catch (error) {
      callback?.({ merchant_uid, error_code: codeOf(error), error_msg: error.message })
    }
  }
}

/** Which driver the server asks for. */
const idOf = ({ pgProvider, windowType, moduleType }, kindName) => {
  const path = name => name.toLowerCase().replace(/_/g, '-')
  const gateway = path(pgProvider.replace('PG_PROVIDER_', ''))
  return ['pg', gateway, kindName, ...(moduleType ? [path(moduleType)] : []), path(windowType)].join('/')
}
