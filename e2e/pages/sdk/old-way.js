/*
 * The way of the older scripts, which `v1` still goes for most gateways: one dialog in the body, one frame for each channel in
 * the dialog, messages to the frame and back. What differs between the releases is asked of `release` where it differs.
 */
import { actionsOf } from './actions.js'
import { isApple, isPhone } from './device.js'
import { Popups } from './popups.js'
import { BROKEN, NO_CHANNEL, NO_CHANNELS, NO_INIT, POPUP_NOT_READY, WRONG_ZZIM } from './texts.js'

const STYLE = `body.imp-payment-progress { position: static }
body.imp-payment-progress > :not(.imp-dialog) { display: none }
.imp-dialog { display: none; position: fixed; inset: 0; width: 100%; height: 100%; z-index: 99999 }
.imp-dialog .imp-header { display: none }`

const FILLING = { position: 'absolute', top: 0, left: 0, right: 0, bottom: 0, width: '100%', height: '100%' }

/** Puts the style of the dialog into the page; returns what takes it away. */
export const addStyle = () => {
  const style = document.createElement('style')
  style.textContent = STYLE
  document.head.append(style)
  return () => style.remove()
}

/** Without a callback a phone is sent to the landing address, whose separator is missing behind two or more parameters. */
const leaveWithFailure = (params, service) => response => {
  if (response.success) return
  const { imp_uid, merchant_uid, error_msg } = response
  const target = new URL(params.m_redirect_url ?? `${service}/payments/fail`)
  const result = Object.entries({ imp_uid, merchant_uid, imp_success: 'false', error_msg })
    .map(pair => pair.join('='))
    .join('&')
  const { search } = target
  const query = search ? (search.includes('&') ? search + result : `${search}&${result}`) : `?${result}`
  location.href = encodeURI(`${target.origin}${target.pathname}${query}${target.hash}`)
}

/** The dialog with its frames, as long as the script keeps it: `v1` can throw it away and make another. */
class Dialog {
  frames = new Map()
  /** Null until the channels are there, true where there are none. */
  isEmpty = null
  settings = {}

  constructor(way) {
    this.way = way
    this.release = way.release
    this.popups = way.popups
    this.element = way.container ?? document.createElement('div')
    this.element.classList.add('imp-dialog', 'customizable')
    if (!way.container) document.body.append(this.element)
    this.receive = event => way.receive(event, this)
    addEventListener('message', this.receive)
  }

  get isInitialised() {
    return this.frames.size > 0
  }

  /** Shows the frame of this channel, and nothing else of the dialog. */
  focus(frame) {
    for (const it of this.frames.values()) {
      // jQuery gives a frame back the display that it had.
      const shown = this.release.isV1 ? 'block' : ''
      it.element.style.display = it === frame ? shown : 'none'
    }
  }

  open({ type, provider }, params) {
    this.element.style.display = 'block'
    const classes = ['imp-dialog', 'customizable', `${type}-${provider}`, isPhone() ? 'mobile' : 'pc']
    if (!this.release.isEarly && params.popup && type === 'certification') classes.push('popup')
    if (isPhone()) {
      document.body.classList.add('imp-payment-progress')
      if (isApple()) classes.push('ios')
    }
    this.element.className = classes.join(' ')
  }

  close() {
    this.element.style.display = 'none'
    if (isPhone()) document.body.classList.remove('imp-payment-progress')
  }

  clear() {
    for (const { element } of this.frames.values()) element.onload = null
    this.element.replaceChildren()
    this.frames.clear()
    this.isEmpty = null
  }

  /** Whether the script takes this frame for one in use. `v1` doesn't ask whether the dialog is shown. */
  isShown({ element }) {
    return this.release.isV1 ? element.style.display !== 'none' : element.getClientRects().length > 0
  }

  tell(frame, message) {
    frame.element.contentWindow.postMessage(
      JSON.stringify({ ...message, from: 'iamport-sdk', version: this.release.isEarly ? '1.1.5' : '1.2.0' }),
      this.way.outside.serviceOrigin,
    )
  }

  communicate(data) {
    for (const frame of this.frames.values()) {
      if (this.isShown(frame)) this.tell(frame, { action: 'communicate', data })
    }
  }

  redirect(address) {
    for (const frame of this.frames.values())
      if (this.isShown(frame)) frame.element.src = address ?? (this.release.isV1 ? 'null' : '')
  }

  // --- channels -----------------------------------------------------------------------------------------------------

  get #isAgency() {
    return typeof this.settings.tier === 'string'
  }

  get channelsAddress() {
    const { code, tier } = this.settings
    const query = [!this.release.isV1 && 'callback=?', this.#isAgency && `tier=${tier}`].filter(Boolean)
    return `${this.way.outside.hosts.service}/users/pg/${code}${query.length ? `?${query.join('&')}` : ''}`
  }

  #frameAddress({ type, provider, pg_id, sandbox, store_id, channel_key }, isDefault) {
    const { code, tier } = this.settings
    const kind = type === 'certification' ? 'certificates' : 'payments'
    const path = [this.way.outside.hosts.service, kind, 'ready', code]
    // 1.1.5 leaves it to the server which channel is the default.
    if (provider && !(this.release.isEarly && isDefault)) path.push(provider, ...(pg_id ? [pg_id] : []))
    const query = []
    if (this.#isAgency) query.push(`tier=${tier}`)
    if (!this.release.isEarly) query.push(`sandbox=${!!sandbox}`, `store_id=${store_id}`)
    if (this.release.isAtLeast('1.28') && channel_key) query.push(`channelKey=${channel_key}`)
    return path.join('/') + (query.length ? `?${query.join('&')}` : '')
  }

  #keyOf({ provider, pg_id, type, channel_key }) {
    if (channel_key && this.release.isAtLeast('1.28')) return channel_key
    if (this.release.isEarly) return pg_id ? `${provider}.${pg_id}.${type}` : provider
    return pg_id ? `${type}.${provider}.${pg_id}` : `${type}.${provider}`
  }

  /** Makes a frame in place of the one of the same key. */
  create(channel, isDefault) {
    const { provider, pg_id, type, channel_key } = channel
    const key = isDefault ? 'default' : this.#keyOf(channel)
    this.frames.get(key)?.element.remove()

    const element = this.way.outside.makeFrame()
    element.className = [
      'imp-frame',
      isPhone() ? 'imp-frame-mobile' : 'imp-frame-pc',
      isDefault && 'imp-frame-default',
      provider && `imp-frame-${provider}${type === 'payment' ? '' : '-certification'}`,
    ]
      .filter(Boolean)
      .join(' ')
    Object.assign(element.style, FILLING)
    const path = this.#frameAddress(channel, isDefault)
    // The ActiveX one is attached by its first request.
    const isAttached = provider !== 'inicis' || !this.release.isAtLeast('1.19')
    const frame = { key, element, provider, pg_id, type, channel_key, path, isAttached, isLoaded: false }
    this.frames.set(key, frame)
    if (isAttached) this.element.append(element)
    element.onload = () => {
      frame.isLoaded = true
      this.way.takeQueued(frame)
    }
    element.src = path
  }

  addHeader() {
    const header = document.createElement('div')
    header.className = 'imp-header'
    const cross = document.createElement('span')
    cross.className = 'imp-close'
    cross.onclick = () => {
      if (!this.release.isEarly) this.way.closeCertification()
      else {
        this.close()
        this.way.reload(this)
      }
    }
    header.append(cross)
    this.element.append(header)
  }

  /** The frame of a channel. One that is not there is replaced by another in silence. */
  find(pg, action, channelKey) {
    const all = [...this.frames.values()]
    const byDefault = this.frames.get('default')
    if (channelKey && this.release.isAtLeast('1.28')) {
      const found = all.find(it => it.channel_key === channelKey)
      if (found) return found
    }
    const type = action === 'zzim' ? 'payment' : action
    if (this.release.isEarly && type === 'certification') {
      const found = all.find(it => it.type === type)
      if (found) return found
    }
    const [, provider = pg, pg_id] = /^([^.]+)\.(.*)/.exec(pg ?? '') ?? []
    const isIt = it => it.provider === provider && (!pg_id || it.pg_id === pg_id) && it.type === type
    const exact = this.frames.get(pg ? this.#keyOf({ provider, pg_id, type }) : 'default')
    if (exact && (exact.type === type || this.release.isEarly)) return exact
    if (byDefault && isIt(byDefault)) return byDefault
    const found = all.find(isIt)
    if (found || this.release.isEarly) return found ?? byDefault
    if (byDefault.type === type) return byDefault
    return all.find(it => it.type === type) ?? byDefault
  }
}

export class OldWay {
  /** Those who wait for an answer; they outlive the dialog. */
  #callbacks = []
  /** The one request that waits until its frame is there. */
  #queued = null
  #removeStyle
  dialog
  container

  /**
   * @param release
   * @param outside how it reaches what is outside of the page
   * @param later runs something a task later
   */
  constructor(release, outside, later) {
    this.release = release
    this.outside = outside
    this.later = later
    this.popups = new Popups(
      { close: () => this.dialog.close(), communicate: data => this.dialog.communicate(data) },
      release,
    )
    this.actions = actionsOf(this)
    if (!release.isV1) this.#removeStyle = addStyle()
  }

  /** The dialog, made where there is none yet. */
  #present() {
    this.dialog ??= new Dialog(this)
    return this.dialog
  }

  init(code, tier) {
    this.later(() => {
      this.#removeStyle ??= addStyle()
      const dialog = this.#present()
      dialog.clear()
      dialog.settings = { code, tier }
      this.#load(dialog)
    })
  }

  deinit() {
    this.#removeStyle?.()
    this.#removeStyle = undefined
    this.dialog?.clear()
    this.dialog?.element.remove()
    this.dialog = undefined
  }

  #load(dialog) {
    if (!this.release.isV1) {
      // Where no answer comes nothing happens, ever.
      this.outside.jsonp(dialog.channelsAddress, answer => this.#takeChannels(dialog, answer))
      return
    }
    const { status, text } = this.outside.askAtOnce(dialog.channelsAddress)
    if (status < 400) this.#takeChannels(dialog, JSON.parse(text))
  }

  #takeChannels(dialog, { code, data, msg }) {
    const hasChannels = code === 0 && (!this.release.isEarly || data.length > 0)
    if (hasChannels) {
      dialog.isEmpty = false
      for (const [index, { pg_provider: provider, ...channel }] of data.entries()) {
        dialog.create({ provider, ...channel }, index === 0)
      }
    } else if (this.release.isEarly) {
      // Whatever the server's default page offers.
      dialog.isEmpty = false
      dialog.create({ provider: null, type: 'payment' }, true)
    } else {
      dialog.isEmpty = true
      console.error(msg)
      if (this.#queued) this.request(...this.#queued)
    }
    dialog.addHeader()
  }

  takeQueued(frame) {
    if (!this.#queued) return
    const [action, params] = this.#queued
    if (this.dialog.find(params.pg, action, params.channelKey) === frame) this.request(...this.#queued)
  }

  /** After each payment: 1.1.5 loads its frames anew and forgets what waits, all others begin as with `init`. */
  reload(dialog = this.dialog) {
    if (!this.release.isEarly) {
      this.init(dialog.settings.code, dialog.settings.tier)
      return
    }
    this.#queued = null
    for (const frame of dialog.frames.values()) {
      frame.isLoaded = false
      frame.element.style.display = ''
      frame.element.src = frame.path
    }
  }

  #end(dialog = this.dialog) {
    dialog.close()
    this.reload(dialog)
  }

  // --- requests -----------------------------------------------------------------------------------------------------

  request(action, params, callback) {
    this.later(() => {
      const dialog = this.#present()
      try {
        this.#request(dialog, action, params, callback)
      } catch (error) {
        const what = this.release.isAtLeast('1.19') ? error.message : error.description
        alert(`${BROKEN}\n${what}`)
        this.#end(dialog)
      }
    })
  }

  #request(dialog, action, params, given) {
    const { isEarly } = this.release
    if (!dialog.settings.code) {
      alert(NO_INIT)
      return
    }
    let callback = given
    if (isPhone() && typeof given !== 'function') {
      // In 1.5.0 a variable that was never declared.
      if (this.release.isV1 && !this.release.isAtLeast('1.19')) throw new ReferenceError('defaultCallback')
      callback = leaveWithFailure(params, this.outside.hosts.service)
    }
    const answerOrAlert = (response, text) => {
      if (typeof callback === 'function') callback.call({}, response)
      else alert(text)
    }
    const { merchant_uid } = params
    const waits = isEarly
      ? !dialog.isInitialised
      : dialog.isEmpty === null || (dialog.isEmpty === false && !dialog.isInitialised)
    if (waits) {
      this.#queued = [action, params, callback]
      return
    }
    if (dialog.isEmpty) {
      const error_msg = NO_CHANNELS
      answerOrAlert(
        { success: false, imp_uid: null, merchant_uid, error_code: 'NOT_READY', error_msg },
        error_msg,
      )
      return
    }
    const frame = dialog.find(params.pg, action, params.channelKey)
    if (isEarly && action === 'certification' && frame.type !== action) return
    if (!isEarly && action !== 'zzim' && frame.type !== action) {
      this.#queued = null
      this.#end(dialog)
      const error_msg = NO_CHANNEL
      // The key is misspelt in the genuine scripts, too.
      answerOrAlert(
        { imp_success: false, imp_uid: null, merchant_uid, error_coe: 'F1001', error_msg },
        error_msg,
      )
      return
    }
    if (!frame.isAttached) {
      frame.isAttached = true
      dialog.element.append(frame.element)
    }
    if (!frame.isLoaded) {
      this.#queued = [action, params, callback]
      return
    }
    this.#queued = null
    this.#send(dialog, frame, action, params, callback)
  }

  #send(dialog, frame, action, params, callback) {
    dialog.focus(frame)
    params.merchant_uid ||= `nobody_${Date.now()}`
    params.pay_method ||= 'card'
    const isWaitedFor = typeof callback === 'function'
    const request_id = `req_${Date.now()}`
    if (isWaitedFor || !this.release.isEarly) params.request_id = request_id
    if (isWaitedFor) this.#callbacks.push({ request_id, callback })
    params.tier_code = dialog.settings.tier

    const { provider } = frame
    if (action === 'zzim' && provider !== 'naverco') {
      alert(WRONG_ZZIM)
      this.#end(dialog)
      return
    }
    if (provider === 'kcp' && isPhone()) self.name = 'tar_opener'
    if (provider === 'paypal' && this.release.isEarly) params.popup = false
    if (provider === 'settle_firm' && !params.popup) frame.element.classList.add('layer')
    if (action !== 'zzim' && this.popups.isRefusedForGood(action, provider, params, isPhone())) {
      this.#answer(request_id, {
        imp_uid: null,
        merchant_uid: params.merchant_uid,
        error_code: 'NOT READY',
        error_msg: POPUP_NOT_READY,
      })
      this.#end(dialog)
      return
    }
    dialog.tell(frame, { action, data: params, origin: location.href })
    dialog.open(frame, params)
  }

  #answer(request_id, response) {
    // Two of one millisecond have the same number; the later one is found.
    const index = this.#callbacks.findLastIndex(it => it.request_id === request_id)
    if (index < 0) return
    const [{ callback }] = this.#callbacks.splice(index, 1)
    try {
      callback.call({}, response)
    } catch (error) {
      console.log(error)
    }
  }

  // --- messages -----------------------------------------------------------------------------------------------------

  /** Of the host's pages. Whose page it was nobody asks. */
  receive({ origin, data: text }, dialog) {
    if (origin !== this.outside.serviceOrigin) return
    let action
    let data = {}
    try {
      const message = JSON.parse(text)
      action = message.action
      data = message.data ?? {}
    } catch {
      if (this.release.isAtLeast('1.19')) return
    }
    if (this.actions[action]?.(data, dialog)) return
    const { request_id, ...response } = data
    if (this.release.isAtLeast('1.19')) delete response.portoneError
    this.#answer(request_id, response)
    this.#end(dialog)
  }

  communicate(data) {
    this.later(() => {
      const dialog = this.#present()
      if (dialog.isInitialised) dialog.communicate(data)
    })
  }

  close() {
    this.later(() => {
      const dialog = this.#present()
      for (const frame of dialog.frames.values()) {
        if (!dialog.isShown(frame)) continue
        const [gateway] = /naverpay|payco/.exec(frame.element.className) ?? []
        // Where that gateway was never asked to pay this fails, and the frames behind it are not looked at.
        if (gateway) this.popups.of(gateway).close()
        else this.#end(dialog)
      }
    })
  }

  closeCertification() {
    const popup = this.popups.of('danal certification')
    if (popup.window) popup.close()
    else this.dialog.redirect(popup.cancelUrl)
  }
}
