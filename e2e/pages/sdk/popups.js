/*
 * The popups of the old way. They are opened in the task that posts the request to the frame, before the dialog shows. One
 * that opened is asked every 50 or 100 ms whether it has been closed; the frame hears of that and has to answer.
 */
import { BLOCKED_CERTIFICATION, blocked } from './texts.js'

const onPc = (_, isPhone) => !isPhone

/**
 * @typedef {object} Rule
 * @property {(params: object, isPhone: boolean, release: object) => boolean} when it is needed
 * @property {string} [name] of the window; without one it is a new window each time
 * @property {string} [url] it begins with
 * @property {'alert' | 'close and alert' | 'nothing'} refused what the script does at once
 * @property {number} [poll] in ms; without it nobody asks whether it was closed
 * @property {string} [gone] what the frame is told then
 * @property {boolean} [isQuiet] whether nobody asks any more once the script itself has closed it
 * @property {boolean} [isNameless] whether the frame is not told which payment it was
 */

/** @type {Record<string, Rule>} */
const RULES = {
  payco: {
    when: ({ popup }, isPhone, release) => !isPhone || (release.isAtLeast('1.19') && !!popup),
    name: 'IMP_PAYCO',
    url: '',
    refused: 'alert',
    poll: 50,
  },
  shinhan: {
    when: onPc,
    name: 'X_PAY_POP',
    refused: 'nothing',
    poll: 100,
    gone: 'proxy.closed',
    isQuiet: true,
    isNameless: true,
  },
  naverpay: {
    when: ({ naverPopupMode, naverV2 }) => !!naverPopupMode && !naverV2,
    name: 'IMP_NAVERPAY',
    refused: 'alert',
    poll: 50,
  },
  naverco: { when: ({ popup }) => !!popup, refused: 'alert' },
  paypal: { when: ({ popup }) => popup === true, name: 'IMP_PAYPAL_MODAL', refused: 'nothing', poll: 50 },
  settle: { when: onPc, name: 'STPG_WALLET', refused: 'alert', poll: 100 },
  settle_firm: { when: ({ popup }) => !!popup, name: 'IMP_SETTLE_FIRM', url: '', refused: 'alert', poll: 50 },
  eximbay: {
    when: ({ popup }) => popup !== false,
    name: 'payment2',
    refused: 'alert',
    poll: 100,
    gone: 'proxy.closed',
    isQuiet: true,
  },
  chai: {
    when: ({ popup }) => popup === true,
    name: 'chaiIamportModal',
    refused: 'close and alert',
    poll: 100,
  },
  smartro: { when: onPc, name: 'payWindow', refused: 'close and alert', poll: 100 },
  tosspay: { when: onPc, name: 'tosspayPopup', refused: 'close and alert', poll: 100 },
  kcp_quick: { when: onPc, name: 'kcpQuick', refused: 'close and alert', poll: 100 },
  daou: { when: onPc, name: 'daou', refused: 'close and alert', poll: 50 },
}

/** 1.1.5 has fewer, and two of them are silent when they are refused. */
const EARLY_RULES = {
  payco: { ...RULES.payco, when: onPc },
  shinhan: RULES.shinhan,
  naverpay: RULES.naverpay,
  naverco: { when: onPc, name: 'IMP_NAVER_CHECKOUT', refused: 'nothing' },
  settle_firm: RULES.settle_firm,
  eximbay: { ...RULES.eximbay, when: () => true, refused: 'nothing' },
}

/** Those of `IMP.certification`, which 1.1.5 has in frames. */
const CERTIFICATION_RULES = {
  danal: { when: ({ popup }) => !!popup, name: 'IMP_DANAL_CERT', refused: 'alert', poll: 50, isQuiet: true },
  inicis: {
    when: ({ popup }, isPhone) => !isPhone || !!popup,
    name: 'IMP_INICIS_CERT',
    refused: 'alert',
    poll: 50,
    isQuiet: true,
  },
}
CERTIFICATION_RULES.inicis_unified = { ...CERTIFICATION_RULES.inicis, name: 'IMP_INICIS_UNIFIED_CERT' }

/** One gateway's popup. There is one such object for a gateway, from its first request on. */
class Popup {
  window = null
  /** The number of the payment, once the gateway's page has said it. */
  impUid = null
  /** Whether the last request wanted one. */
  isWanted = false
  #isWatched = false

  constructor(rule, dialog) {
    this.rule = rule
    this.dialog = dialog
  }

  /** Returns whether it is open, or not wanted. */
  open(params, isPhone, release) {
    const { when, name, url = 'about:blank', poll } = this.rule
    this.isWanted = when(params, isPhone, release)
    if (!this.isWanted) return true
    this.window = name ? window.open(url, name, 'width=640,height=600,scrollbars=yes') : window.open(url)
    if (!this.window) return false
    this.#isWatched = true
    if (poll) this.#watch(this.window, params.request_id, params.merchant_uid)
    return true
  }

  #watch(popup, request_id, merchant_uid) {
    const { poll, gone = 'check.closing', isNameless } = this.rule
    const look = () => {
      if (!this.#isWatched) return
      if (!popup.closed) {
        setTimeout(look, poll)
        return
      }
      const imp_uid = isNameless ? undefined : this.impUid
      this.dialog.communicate({ request_id, merchant_uid, imp_uid, result: gone })
    }
    look()
  }

  close() {
    if (!this.rule.isQuiet) {
      this.window?.close()
      return
    }
    this.#isWatched = false
    this.window.close()
  }
}

export class Popups {
  #popups = new Map()

  /**
   * @param dialog the old way, which closes the dialog and talks to its frames
   * @param release
   */
  constructor(dialog, release) {
    this.dialog = dialog
    this.release = release
  }

  /** Undefined where this gateway has not been asked to pay yet: the genuine scripts stumble over that. */
  of(gateway) {
    return this.#popups.get(gateway)
  }

  #ruleOf(action, gateway) {
    const { isEarly } = this.release
    if (action === 'certification') return isEarly ? undefined : CERTIFICATION_RULES[gateway]
    return (isEarly ? EARLY_RULES : RULES)[gateway]
  }

  /**
   * Opens what this request needs, and says to the buyer where it was refused.
   *
   * @returns {boolean} whether the request is over: the newest release calls back for two of them
   */
  isRefusedForGood(action, gateway, params, isPhone) {
    const rule = this.#ruleOf(action, gateway)
    if (!rule) return false
    // These are forgotten on phones; the others are there without being open.
    if (rule.when === onPc && isPhone && gateway !== 'daou') return false
    const key = action === 'certification' ? `${gateway} certification` : gateway
    if (!this.#popups.has(key)) this.#popups.set(key, new Popup(rule, this.dialog))
    if (this.#popups.get(key).open(params, isPhone, this.release)) return false

    const isOver = this.release.isAtLeast('1.28') && /^(tosspay|danal certification)$/.test(key)
    if (rule.refused === 'close and alert' && !isOver) this.dialog.close()
    if (rule.refused !== 'nothing') alert(this.#textFor(action, gateway))
    return isOver
  }

  #textFor(action, gateway) {
    if (action === 'certification') return BLOCKED_CERTIFICATION
    return blocked(this.release, gateway === 'eximbay' && this.release.isAtLeast('1.19') ? 'en' : 'ko')
  }
}
