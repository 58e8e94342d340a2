/**
 * A page in jsdom with one of the fakes of the payment script, and all that is around it: hosts, frames, popups, a buyer. It keeps the
 * books of the money, which nobody else knows.
 */
import { vi } from 'vitest'
import { makeDriver } from '../../../../e2e/pages/sdk/driver.js'
import { makeLegacy } from '../../../../e2e/pages/sdk/legacy.js'
import { makeServicePage } from '../../../../e2e/pages/sdk/service-page.js'
import { makeV1 } from '../../../../e2e/pages/sdk/v1.js'
import { dropWatches } from '../page.ts'
import type { Answer, Gateway, Host, Sdk } from './acts.ts'

const SERVICE = 'https://service.iamport.kr'
const CHECKOUT = 'https://checkout-service.prod.iamport.co'
const DRIVERS = 'https://cdn.portone.io/drivers'

/** What `pg` each kind of window is asked for with. */
export const pgOf = (gateway: Gateway, sdk: Sdk): string => {
  const isNewest = sdk === 'v1 1.28.12' || sdk === 'v1 1.19.0'
  switch (gateway) {
    case 'frame':
      return 'html5_inicis'
    case 'driver':
    case 'own':
      return sdk.startsWith('v1') ? (isNewest && gateway === 'driver' ? 'nice_v2' : 'tosspayments') : 'kcp'
    case 'driver popup':
      return isNewest ? 'tosspay_v2' : 'kcp'
    default:
      return gateway
  }
}

const CHANNELS = [
  'html5_inicis',
  'kcp',
  'payco',
  'smartro',
  'tosspay',
  'tosspayments',
  'nice_v2',
  'tosspay_v2',
]

/** The key of a gateway's channel. */
export const keyOf = (pg: string): string => `channel-key-${pg}`

/** A window in which a buyer sees an order, and can pay for it. */
export interface BuyersWindow {
  /** Which call of `requestPay` it is for. */
  attempt: number
  approve(): void
  refuse(): void
  cancel(): void
  /** Approves, and nobody is told. */
  approveInSilence(): void
  popup?: { close(): void }
  driver?: Driver
}

interface Driver {
  kind: string
  order: string
  attempt: number
  popup(): FakePopup | null | undefined
  result(it: object): Promise<unknown>
  approve(): Promise<unknown>
  cancel(): Promise<unknown>
  fail(text: string): Promise<unknown>
}

interface FakePopup {
  closed: boolean
  close(): void
  location: { href: string }
  name: string
}

interface FakeFrame extends Element {
  style: { display?: string }
  onload: (() => void) | null
  src: string
  page?: ReturnType<typeof makeServicePage>
}

/** What is due in this task: promises, and what observers of the document see. */
export const tasks = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

export class World {
  /** The attempts whose money has moved. */
  readonly paid = new Set<number>()
  /** The attempts that the gateway has called off: nobody can pay for them any more. */
  readonly over = new Set<number>()
  readonly answers: Record<Host, Answer> = {
    channels: 'well',
    frames: 'well',
    prepare: 'well',
    driver: 'well',
    status: 'well',
    fail: 'well',
  }
  state = 'STATUS_PREPARED'
  refusesPopups = false
  /** The next prepared payment is 1.5.0's own window. */
  isOwn = false
  /** Fails at the end of its driver's `onAfterPrepare`. */
  readonly plan: { prepare?: 'rejects' | undefined; rejectsAfter?: number } = {}
  readonly #popups: FakePopup[] = []
  readonly #drivers: Driver[] = []
  readonly #prepared = new Map<string, number>()
  /** Of a second copy of the script on the page, too. */
  readonly #frames: FakeFrame[] = []

  constructor(readonly sdk: Sdk) {}

  /** Puts the script on the page, as its tag does. */
  addScript(): void {
    const [, isV1, version] = /^(v1 )?(.*)/.exec(this.sdk)!
    const page = window as { IMP?: unknown }
    if (isV1) page.IMP = makeV1(version!, this.#outside)
    else page.IMP ??= makeLegacy(version!, this.#outside)
  }

  // --- what the script reaches --------------------------------------------------------------------------------------

  readonly #outside = {
    hosts: { service: SERVICE, checkout: CHECKOUT, drivers: DRIVERS },
    serviceOrigin: SERVICE,
    jsonp: (_: string, listen: (answer: unknown) => void) => {
      const answer = this.#list()
      if (answer && 'code' in answer) setTimeout(listen, 5, answer)
    },
    askAtOnce: () => {
      const answer = this.#list()
      if (!answer) throw new DOMException('no connection', 'NetworkError')
      return 'status' in answer ? answer : { status: 200, text: JSON.stringify(answer) }
    },
    addScript: (address: string, parent: Element = document.head) => {
      const script = document.createElement('script')
      // jsdom fetches none.
      script.src = address
      parent.append(script)
      return new Promise<void>((resolve, reject) => {
        const answer = this.answers.driver
        if (answer === 'never') return
        setTimeout(() => {
          if (answer === 'not at all' || answer === 'with an error') {
            script.dispatchEvent(new Event('error'))
            reject(new Error(`${address} did not load`))
            return
          }
          if (answer === 'well') this.#registerDriver(address)
          script.dispatchEvent(new Event('load'))
          resolve()
        }, 5)
      })
    },
    fetch: (address: string, init?: { body?: string }) => this.#fetch(new URL(address), init?.body),
    makeFrame: () => this.#makeFrame(),
  }

  #list(): { code: number; data: object[]; msg?: string } | { status: number; text: string } | undefined {
    const data = CHANNELS.map(pg_provider => ({
      pg_provider,
      pg_id: 'MID',
      type: 'payment',
      channel_key: keyOf(pg_provider),
    }))
    switch (this.answers.channels) {
      case 'well':
        return { code: 0, data }
      case 'empty':
        return { code: 0, data: [] }
      case 'with an error':
        return { code: 1, data: [], msg: 'who?' }
      // A synchronous question has to end.
      default:
        return undefined
    }
  }

  #fetch(url: URL, body?: string): Promise<unknown> {
    const host: Host = /status\/v1/.test(url.pathname)
      ? 'status'
      : /fail\//.test(url.pathname)
        ? 'fail'
        : /prepare/.test(url.pathname)
          ? 'prepare'
          : 'channels'
    const answer = this.answers[host]
    if (answer === 'never') return new Promise(() => {})
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        if (answer === 'not at all') reject(new TypeError('Failed to fetch'))
        else if (answer === 'with an error') {
          const text = JSON.stringify({ code: 'SERVER_ERROR', message: 'no' })
          resolve({ ok: false, status: 500, text: async () => text, json: async () => JSON.parse(text) })
        } else {
          const value = this.#say(host, url, body)
          resolve({ ok: true, status: 200, text: async () => JSON.stringify(value), json: async () => value })
        }
      }, 5)
    })
  }

  #say(host: Host, url: URL, body?: string): object {
    if (host === 'status') {
      const attempt = this.#prepared.get(url.searchParams.get('txId')!)!
      return { status: this.paid.has(attempt) ? 'STATUS_APPROVED' : this.state }
    }
    if (host === 'fail') return { redirectUrl: '/landed' }
    if (host === 'channels') return this.#list() ?? {}
    const { data } = JSON.parse(body!) as {
      data: { pg: string; merchant_uid: string; custom_data: { id: number } }
    }
    const { merchant_uid, custom_data } = data
    const [pg = ''] = data.pg.split('.')
    const txId = `imp_${custom_data.id}`
    this.#prepared.set(txId, custom_data.id)
    return {
      txId,
      paymentId: merchant_uid,
      pgProvider: `PG_PROVIDER_${pg.toUpperCase()}`,
      transactionType: 'PAYMENT',
      windowType: pg === 'tosspay_v2' ? 'POPUP' : 'IFRAME',
      ...(!this.isOwn && { pgInitializePaymentResponse: {} }),
    }
  }

  #registerDriver(address: string): void {
    const [, id, kind] = /\/drivers\/(.*\/([a-z-]+?))-[\w=-]{44}\.js/.exec(address)!
    const driver = makeDriver(kind!, () => this.plan, {
      gateway: 'https://gateway.test/pay',
      tell: (it: object) => {
        const driver = it as Driver & { txId: string }
        this.#drivers.push(Object.assign(driver, { attempt: this.#prepared.get(driver.txId)! }))
      },
    })
    const { __PORTONE__ } = window as unknown as {
      __PORTONE__: { registerDriver(id: string, it: object): void }
    }
    __PORTONE__.registerDriver(id!, driver)
  }

  /** A frame without a window of its own, which thousands of sequences have no memory for. */
  #makeFrame(): FakeFrame {
    const frame = document.createElementNS('urn:no-window', 'iframe') as FakeFrame
    let address = ''
    Object.assign(frame, {
      style: {},
      onload: null,
      contentWindow: { postMessage: (text: string) => setTimeout(() => this.#hear(frame, text), 1) },
      getClientRects: () =>
        frame.isConnected &&
        frame.style.display !== 'none' &&
        (frame.parentElement as HTMLElement).style.display === 'block'
          ? [1]
          : [],
    })
    Object.defineProperty(frame, 'src', {
      get: () => address,
      set: (value: string) => {
        address = value
        Reflect.deleteProperty(frame, 'page')
        this.#load(frame, value)
      },
    })
    this.#frames.push(frame)
    return frame
  }

  #hear(frame: FakeFrame, text: string): void {
    if (!frame.page) return
    if (frame.id !== 'imp-iframe') {
      frame.page.receive(text)
      return
    }
    const { txId, paymentId } = JSON.parse(text) as { txId: string; paymentId: string }
    const order = { merchant_uid: paymentId, custom_data: { id: this.#prepared.get(txId) } }
    Object.assign(frame.page, { order })
  }

  #load(frame: FakeFrame, address: string): void {
    if (this.answers.frames !== 'well') return
    const isOwn = address.startsWith(CHECKOUT)
    setTimeout(() => {
      if (!frame.isConnected) return
      const [, provider = ''] = /\/ready\/[^/]+\/([^/?]+)/.exec(address) ?? []
      const page = makeServicePage({
        provider,
        isPhone: false,
        gateway: 'https://gateway.test/pay',
        method: 'post',
        scripts: 'https://gateway.test/sdk.js',
        post: (message: unknown) => this.#post(message),
      })
      const { end } = page
      page.end = (fields: object) => {
        const { custom_data } = page.order as unknown as { custom_data: { id: number } }
        this.over.add(custom_data.id)
        end({ imp_uid: `imp_${custom_data.id}`, ...fields })
      }
      frame.page = page
      if (isOwn) this.#postFromOwn({ type: 'IFRAME_LOADED' })
      frame.onload?.()
    }, 5)
  }

  /** What a page of the service says to the page around it. */
  #post(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message)
    setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, origin: SERVICE })), 1)
  }

  #postFromOwn(message: object): void {
    const data = { from: 'PORT_IFRAME', ...message }
    setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, origin: CHECKOUT })), 1)
  }

  // --- what the page has --------------------------------------------------------------------------------------------

  readonly open = (_?: string, name = ''): FakePopup | null => {
    if (this.refusesPopups) return null
    const popup: FakePopup = {
      closed: false,
      name,
      location: { href: '' },
      close() {
        this.closed = true
      },
    }
    this.#popups.push(popup)
    return popup
  }

  /** Where the buyer sees an order. */
  windows(): BuyersWindow[] {
    return this.#shown().filter(it => !this.over.has(it.attempt))
  }

  /** Those that still show an order which is over, because nobody was told. To approve there is to tell at last. */
  stuckWindows(): BuyersWindow[] {
    return this.#shown().filter(it => this.over.has(it.attempt))
  }

  #shown(): BuyersWindow[] {
    const windows: BuyersWindow[] = []
    for (const frame of this.#frames) {
      const order = frame.page?.order as { custom_data?: { id: number } } | undefined
      const dialog = frame.parentElement
      const isShown = frame.isConnected && frame.style.display !== 'none' && dialog?.style.display !== 'none'
      const attempt = order?.custom_data?.id
      if (!isShown || attempt === undefined) continue
      const popup = this.#popups.filter(it => !it.closed && /PAYCO|payWindow|tosspay/.test(it.name)).pop()
      windows.push({
        attempt,
        approve: () => this.#pays(attempt, () => this.#endFrame(frame, { success: true, status: 'paid' })),
        approveInSilence: () => this.#pays(attempt, () => frame.page!.payInPopup()),
        refuse: () => this.#endFrame(frame, { success: false, error_code: 'F400', error_msg: '한도초과' }),
        cancel: () => this.#endFrame(frame, { success: false, error_code: 'USER_CANCEL', error_msg: 'x' }),
        ...(popup && { popup }),
      })
    }
    for (const driver of this.#drivers) {
      const { attempt } = driver
      const popup = driver.popup()
      const isShown = driver.kind === 'popup' ? popup && !popup.closed : this.#isDrawn(driver)
      if (!isShown) continue
      windows.push({
        attempt,
        driver,
        approve: () => this.#pays(attempt, () => void driver.approve()),
        approveInSilence: () => this.#pays(attempt, () => {}),
        refuse: () => this.#calledOff(attempt, () => void driver.fail('한도초과')),
        cancel: () => this.#calledOff(attempt, () => void driver.cancel()),
        ...(popup && { popup }),
      })
    }
    return windows
  }

  /** The buyer has a page come again that did not come into the window of 1.5.0, which shows without it. */
  loadBlankWindow(): void {
    const frame = this.#frames.find(it => it.id === 'imp-iframe' && it.isConnected && !it.page)
    if (frame) this.#load(frame, frame.src)
  }

  /** The buyer closes all popups but those in which an order is still seen: a script asks each of them 20 times a second. */
  closeStrayPopups(): void {
    const inUse = this.windows().map(it => it.popup)
    for (const popup of this.#popups) if (!inUse.includes(popup)) popup.close()
  }

  /** Also the one of an abandoned payment, which a driver opened after that. The page can't tell whose it is. */
  closeAllPopups(): void {
    for (const popup of this.#popups) popup.close()
  }

  #isDrawn(driver: Driver): boolean {
    return [...document.querySelectorAll('.portone-driver-window')].some(
      it => it.textContent === driver.order,
    )
  }

  #pays(attempt: number, tell: () => void): void {
    this.paid.add(attempt)
    this.over.add(attempt)
    tell()
  }

  #calledOff(attempt: number, tell: () => void): void {
    this.over.add(attempt)
    tell()
  }

  #endFrame(frame: FakeFrame, fields: object): void {
    const { custom_data } = frame.page!.order as unknown as { custom_data: { id: number } }
    this.over.add(custom_data.id)
    if (frame.id === 'imp-iframe') {
      const imp_uid = `imp_${custom_data.id}`
      const { merchant_uid } = frame.page!.order as unknown as { merchant_uid: string }
      const { success, ...failure } = fields as { success: boolean }
      this.#postFromOwn({
        type: 'TRANSACTION_OVER',
        transactionResponse: { imp_uid, merchant_uid, ...(!success && failure) },
      })
    } else frame.page!.end(fields)
  }

  /** The page in the frame that is shown says something to the script. */
  frameSays(message: unknown): void {
    const frame = this.#frames.find(
      it =>
        it.page &&
        it.isConnected &&
        it.style.display !== 'none' &&
        it.parentElement?.style.display === 'block',
    )
    if (frame) this.#post(message)
  }
}

/**
 * Those of the scripts of earlier sequences, which never take them away, would act on the messages of this one, and those of a
 * payment of a sequence that failed on its events.
 */
const listeners: Parameters<typeof removeEventListener>[] = []
const add = window.addEventListener

const dropListeners = (): void => {
  for (const listener of listeners.splice(0)) removeEventListener(...listener)
  window.addEventListener = (...all: Parameters<typeof add>) => {
    listeners.push(all as Parameters<typeof removeEventListener>)
    add.apply(window, all)
  }
}

/** What the style sheet of the script makes of its dialog, which jsdom doesn't know. */
const computedStyle = (element: HTMLElement): { display: string } => {
  const isHidden = element.classList.contains('imp-dialog') && !!document.querySelector('style')
  return { display: element.style.display || (isHidden ? 'none' : 'block') }
}

/** The page as it is before a sequence, with the world's functions on it. */
export const open = (world: World, alert: (text: string) => void): void => {
  dropListeners()
  dropWatches()
  sessionStorage.removeItem('iamport-checkout')
  Reflect.deleteProperty(window, Symbol.for('iamport-checkout'))
  Reflect.deleteProperty(window, 'IMP')
  history.replaceState(null, '', '/')
  document.head.replaceChildren()
  document.documentElement.replaceChild(document.createElement('body'), document.body)
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(window, name, { value, writable: true, configurable: true, enumerable: true })
  }
  define('alert', alert)
  define('open', world.open)
  vi.stubGlobal('getComputedStyle', computedStyle)
  HTMLFormElement.prototype.submit = () => {}
}
