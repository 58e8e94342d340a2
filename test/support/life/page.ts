/** A page and a script that do what they are told, and note what is done to them. */
import type * as Package from 'iamport-checkout'
import { vi } from 'vitest'
import type { Act, Answer, Ending, Listener, Patched, Pay, Setup } from './acts.ts'

type Copy = typeof Package
type Outcome = Awaited<ReturnType<Copy['requestPay']>> | Package.PayError
type Request = Parameters<Copy['requestPay']>[0]

/** All that is due in this task: promises, and what observers of the document see. */
const tasks = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

const KEY = Symbol.for('iamport-checkout')
const EVENTS = /^(beforeunload|pagehide|pageshow)$/
const GARBAGE: Partial<Record<Answer, unknown>> = { nothing: undefined, 'a list': [{ success: true }] }

export const TEXTS = {
  failure: '결제모듈 구동 중에 오류가 발생하였습니다. 페이지 새로고침 후 다시 시도해주세요.',
  blocked: '팝업차단을 해제해주셔야 결제창이 나타납니다.',
  own: '팝업차단을 해제해주세요.',
}

type Call = (this: unknown, ...args: unknown[]) => unknown
type Listening = Parameters<typeof removeEventListener>
/** What is there to be taken away, and rejections that nobody handled. */
export const left = {
  listeners: [] as Listening[],
  observers: new Set<MutationObserver>(),
  surfaced: [] as unknown[],
}
let current: Page | undefined

/** Takes away what the watches of an earlier sequence have left, so that they don't act on the page of the next one. */
export const dropWatches = (): void => {
  for (const args of left.listeners) removeEventListener(...args)
  for (const observer of left.observers) observer.disconnect()
  left.observers.clear()
}

/** What every sequence needs. Returns what puts it back. */
export const stage = (): (() => void) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  // jsdom's takes three milliseconds a call.
  vi.stubGlobal('getComputedStyle', (element: HTMLElement) => element.style)
  const { addEventListener: add, removeEventListener: remove } = window
  vi.stubGlobal('addEventListener', (...args: Listening) => {
    if (EVENTS.test(args[0])) left.listeners.push(args)
    add(...args)
  })
  vi.stubGlobal('removeEventListener', (...args: Listening) => {
    left.listeners = left.listeners.filter(([type, listener]) => type !== args[0] || listener !== args[1])
    remove(...args)
  })
  // jsdom's tells of what is stored, in timers.
  const stored = new Map<string, string>()
  const allowed = (): typeof stored => {
    if (current?.refused) throw new Error('refused')
    return stored
  }
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => allowed().get(key) ?? null,
    setItem: (key: string, value: string) => allowed().set(key, value),
    removeItem: (key: string) => allowed().delete(key),
  })
  // Not spies, which remember all that they were called with.
  const replaced: [object, string, unknown][] = []
  const replace = (owner: object, name: string, wrap: (real: Call) => Call): void => {
    const real = Reflect.get(owner, name) as Call
    replaced.push([owner, name, real])
    Reflect.set(owner, name, wrap(real))
  }
  replace(
    MutationObserver.prototype,
    'observe',
    real =>
      function (this: unknown, ...args) {
        left.observers.add(this as MutationObserver)
        return real.apply(this, args)
      },
  )
  replace(
    MutationObserver.prototype,
    'disconnect',
    real =>
      function (this: unknown) {
        left.observers.delete(this as MutationObserver)
        return real.call(this)
      },
  )
  replace(console, 'warn', () => (text, outcome) => {
    if (/late result/.test(text as string)) current?.hear(outcome as Outcome)
  })
  // What a listener throws has to show up here.
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', reason => left.surfaced.push(reason))
  return () => {
    // An observer that stays would be called once the document has gone.
    dropWatches()
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
    for (const [owner, name, real] of replaced) Reflect.set(owner, name, real)
    vi.unstubAllGlobals()
    vi.useRealTimers()
  }
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value) Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

const endingOf = (outcome: Outcome): Ending =>
  'via' in outcome ? { paid: outcome.imp_uid } : { code: outcome.code, mayHavePaid: outcome.mayHavePaid }

export class Page {
  /** Of each call of `requestPay`. */
  readonly promises: Promise<unknown>[] = []
  readonly endings: (Ending | undefined)[] = []
  readonly errors: Package.PayError[] = []
  readonly late: Ending[] = []
  /** The same, by payment. */
  readonly lateOf: Record<number, Ending[]> = {}
  readonly landed: unknown[] = []
  /** Which payment each call of `IMP.request_pay` was for, what it got and what it calls back. */
  readonly calls: { id: number; callback(response: unknown): void }[] = []
  readonly requests: { given: object; text: string }[] = []
  readonly paid = new Set<unknown>()
  inits = 0
  /** The genuine one forgets the callback. */
  closes = 0
  alerts = 0
  opens = 0
  closedPopups = 0
  signals = 0
  refused = false
  readonly functions: Record<string, unknown> = {}
  readonly #controllers: AbortController[] = []
  readonly #plans: (readonly Act[])[] = []
  #dialog: HTMLElement | undefined
  #popup: unknown
  #wrappers = 0
  #answers = 0

  constructor(
    private readonly copies: readonly [Copy, Copy],
    private readonly setup: Setup,
  ) {
    current = this
    Reflect.deleteProperty(window, KEY)
    sessionStorage.removeItem('iamport-checkout')
    if (setup.begun) sessionStorage.setItem('iamport-checkout', JSON.stringify({ merchant_uid: setup.begun }))
    history.replaceState(null, '', '/')
    document.head.replaceChildren()
    document.documentElement.replaceChild(document.createElement('body'), document.body)
    // What a sequence that failed has left, so that a smaller one fails for its own sake.
    vi.clearAllTimers()
    dropWatches()
    left.surfaced.length = 0
    this.functions['native alert'] = () => {
      this.alerts++
      if (this.setup.alertThrows) throw new Error('no dialogs here')
    }
    this.functions['native open'] = () => {
      this.opens++
      if (this.#popup === 'throws') throw new Error('no popups here')
      return this.#popup
    }
    for (const name of ['alert', 'open']) this.#define(name, this.functions[`native ${name}`], true)
    Object.assign(window, { IMP: setup.present ? this.#imp() : undefined })
  }

  get isShown(): boolean {
    return !!this.#dialog?.isConnected && this.#dialog.style.display !== 'none'
  }

  #define(name: string, value: unknown, writable: boolean): void {
    Object.defineProperty(window, name, { value, writable, configurable: true, enumerable: true })
  }

  #imp(): object {
    const { kind, close, init } = this.setup
    const begin = (): void => {
      const isFirst = !this.inits++
      this.#make()
      this.#renew()
      if (isFirst) this.#run(init)
    }
    return {
      init: begin,
      agency: begin,
      certification() {},
      ...(kind === 'unknown' && { loadUI() {} }),
      ...(close !== 'none' && {
        close: () => {
          this.closes++
          if (close === 'throws') throw new Error('not now')
          this.do({ do: 'hide' })
        },
      }),
      request_pay: (params: { custom_data: { id: number } }, callback: (response: unknown) => void) => {
        const { id } = params.custom_data
        // As the genuine one does.
        Object.assign(params, { request_id: 'req_1', pay_method: 'card', tier_code: undefined })
        Object.assign(params.custom_data, { seen: true })
        this.calls.push({ id, callback })
        this.#run(this.#plans[id]!)
      },
    }
  }

  #run(plan: readonly Act[]): void {
    for (const act of plan) {
      if (act.do === 'throw') throw new Error('inside the SDK')
      this.do(act)
    }
  }

  #make(): void {
    if (this.#dialog || this.setup.kind === 'unknown') return
    this.#dialog = document.createElement('div')
    this.#dialog.style.display = 'none'
    this.#dialog.className = 'imp-dialog customizable'
    document.body.append(this.#dialog)
    this.#renew()
  }

  #renew(): void {
    // A selector finds it all the same, and jsdom makes no window for it, which thousands of runs have no memory for.
    this.#dialog?.replaceChildren(document.createElementNS('urn:no-window', 'iframe'))
  }

  /** What happens within one task. */
  do(act: Act): void {
    switch (act.do) {
      case 'pay':
        this.#pay(act)
        break
      case 'abort':
        this.#controllers.at(-1 - act.back)?.abort()
        break
      case 'call back':
        this.#callBack(act)
        break
      case 'show':
        this.#make()
        if (!this.#dialog) return
        this.#dialog.className = `imp-dialog ${act.identity ? 'certification-danal' : 'customizable'}`
        this.#dialog.style.display = 'block'
        document.body.classList.add('imp-payment-progress')
        return
      case 'hide':
        if (this.#dialog) this.#dialog.style.display = 'none'
        document.body.classList.remove('imp-payment-progress')
        break
      case 'renew':
        this.#renew()
        return
      case 'load':
        if (this.#dialog?.isConnected) this.#dialog.firstElementChild!.dispatchEvent(new Event('load'))
        return
      case 'detach':
        this.#dialog?.remove()
        break
      case 'attach':
        if (this.#dialog) document.body.append(this.#dialog)
        return
      case 'replace body':
        document.documentElement.replaceChild(document.createElement('body'), document.body)
        return
      case 'draw':
        document.body.append(document.createElement('section'))
        return
      case 'alert':
        try {
          window.alert(TEXTS[act.text])
        } catch (error) {
          if (!this.setup.alertThrows) throw error
        }
        return
      case 'open':
        this.#open(act.popup)
        break
      case 'wrap':
        this.#wrap(act.name)
        break
      case 'unwrap':
        this.#assign(act.name, this.functions[`native ${act.name}`])
        break
      case 'lock':
        this.#define(act.name, window[act.name], false)
        break
      case 'begin to leave':
        window.dispatchEvent(new Event('beforeunload'))
        return
      case 'show the page':
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
        return
      case 'script':
        this.#script(act.comes)
        break
      case 'replace IMP':
        if ((window as { IMP?: unknown }).IMP) Object.assign(window, { IMP: this.#imp() })
        return
      case 'storage':
        this.refused = act.refused
        return
      case 'land':
        this.#land(act.order, act.paid, act.here)
        break
      case 'resume':
        this.#resume()
        break
    }
  }

  /** What also takes time. */
  async happen(act: Act): Promise<void> {
    if (act.do === 'wait') await this.wait(act.ms)
    else if (act.do === 'leave and return') {
      window.dispatchEvent(new Event('pagehide'))
      await this.wait(act.ms)
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    } else this.do(act)
    await tasks()
  }

  /** One timer at a time, and all that follows from it. */
  async wait(ms: number): Promise<void> {
    await tasks()
    let isOver = false
    setTimeout(() => {
      isOver = true
    }, ms)
    while (!isOver) {
      vi.advanceTimersToNextTimer()
      await tasks()
    }
  }

  #listen(listener: Listener, id: number): void {
    if (listener === 'throws') throw new Error("the shop's own")
    if (listener === 'aborts') this.#controllers[id]!.abort()
    if (listener === 'pays') this.do(again)
  }

  /** A late result; says whether it is one to go by. One that only leaves a success in doubt may be told or not. */
  hear(outcome: Outcome, id?: number): boolean {
    const ending = endingOf(outcome)
    const known = id === undefined ? [] : [this.endings[id], ...(this.lateOf[id] ?? [])]
    if ('code' in ending && ending.mayHavePaid && known.some(it => it && 'paid' in it)) return false
    this.late.push(ending)
    if (id !== undefined) this.lateOf[id] = [...(this.lateOf[id] ?? []), ending]
    return true
  }

  #pay(pay: Pay): void {
    const id = this.endings.push(undefined) - 1
    const controller = new AbortController()
    const { signal } = controller
    this.#controllers.push(controller)
    this.#plans.push(pay.plan)
    if (pay.signal === 'before') controller.abort()
    const { addEventListener: add, removeEventListener: remove } = signal
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof add>) => {
        this.signals++
        add.apply(signal, args)
      },
      removeEventListener: (...args: Parameters<typeof remove>) => {
        this.signals--
        remove.apply(signal, args)
      },
    })
    const given = freeze({
      pg: pay.pg,
      merchant_uid: pay.order,
      amount: 1000,
      currency: 'KRW',
      buyer_tel: '010-1234-5678',
      buyer_email: 'buyer@shop.test',
      buyer_name: 'Gildong Hong',
      name: pay.onWarning ? '주문'.repeat(25) : '주문',
      custom_data: { id },
    })
    this.requests.push({ given, text: JSON.stringify(given) })
    const { onWarning, onLateResult } = pay
    const promise = this.copies[pay.copy].requestPay(given as Request, {
      userCode: pay.shop,
      sdk: { src: 'https://sdk.test/imp.js', jquery: false },
      timeout: 3_000,
      retries: 0,
      openTimeout: pay.openTimeout,
      signal: pay.signal === 'none' ? undefined : signal,
      onWarning: onWarning && (() => this.#listen(onWarning, id)),
      onLateResult:
        onLateResult &&
        (outcome => {
          if (this.hear(outcome, id)) this.#listen(onLateResult, id)
        }),
    })
    this.promises[id] = promise
    promise.then(
      payment => {
        this.endings[id] = endingOf(payment)
      },
      error => {
        if (!this.copies[0].isPayError(error)) throw error
        this.endings[id] = endingOf(error)
        this.errors.push(error)
      },
    )
  }

  #callBack({ back, answer }: Act & { do: 'call back' }): void {
    const call = this.calls.at(-1 - back)
    if (!call) return
    const imp_uid = `imp_${this.#answers++}`
    if (answer.startsWith('paid')) this.paid.add(imp_uid)
    const responses: Partial<Record<Answer, object>> = {
      paid: { success: true, imp_uid },
      'paid, as text': { imp_success: 'TRUE', imp_uid, error_msg: '' },
      'paid, no flag': { imp_uid, status: 'paid' },
      cancelled: { success: false, imp_uid, error_code: 'USER_CANCEL', error_msg: 'x' },
      duplicate: { imp_success: false, imp_uid: null, error_coe: 'F1002', error_msg: 'x' },
      declined: { success: false, imp_uid, error_msg: '한도초과' },
      no: { success: false },
      'no, with a number': { success: 'false', imp_uid },
      'not initialised': { success: false, error_msg: 'IMP.init()함수를 먼저 호출하세요.' },
      'no channels': {
        success: false,
        imp_uid: null,
        error_code: 'NOT_READY',
        error_msg: '등록 된 PG 설정 정보를 찾을 수 없습니다.',
      },
    }
    const throwing = Object.defineProperty({}, 'success', {
      enumerable: true,
      get() {
        throw new Error('mine')
      },
    })
    // Swallowed by the genuine one: nothing may be thrown here.
    call.callback(answer in GARBAGE ? GARBAGE[answer] : (responses[answer] ?? throwing))
  }

  #open(popup: (Act & { do: 'open' })['popup']): void {
    const opened = { close: () => this.closedPopups++ }
    this.#popup = { refused: null, allowed: opened, noopener: null, throws: 'throws' }[popup]
    try {
      const got = window.open('/', '_blank', popup === 'noopener' ? 'width=1,noopener' : undefined)
      if (got !== this.#popup) throw new TypeError('another popup')
    } catch (error) {
      if (popup !== 'throws' || error instanceof TypeError) throw error
    }
  }

  #assign(name: Patched, value: unknown): void {
    if (Object.getOwnPropertyDescriptor(window, name)!.writable) Object.assign(window, { [name]: value })
  }

  #wrap(name: Patched): void {
    const inner = window[name] as (...args: unknown[]) => unknown
    const wrapper = (...args: unknown[]) => inner(...args)
    this.functions[`wrapper ${this.#wrappers++}`] = wrapper
    this.#assign(name, wrapper)
  }

  #script(comes: 'whole' | 'empty' | 'not'): void {
    if (comes === 'whole' && !(window as { IMP?: unknown }).IMP) Object.assign(window, { IMP: this.#imp() })
    const tag = document.querySelector('script[src]')
    tag?.dispatchEvent(new Event(comes === 'not' ? 'error' : 'load'))
  }

  #land(order: string, paid: boolean, here: boolean): void {
    const url = `/done?a=1&imp_uid=imp_landed&merchant_uid=${order}&imp_success=${paid}`
    if (here) history.replaceState(null, '', url)
    this.#noteLanded(here ? {} : { url })
  }

  #resume(): void {
    history.replaceState(null, '', '/shop')
    this.#noteLanded({})
  }

  #noteLanded(options: { url?: string }): void {
    const note = (landed: unknown): void => {
      this.landed.push(landed)
    }
    this.copies[0].resumePay(options).then(
      payment => note(payment && [payment.merchant_uid, 'paid', payment.startedHere]),
      // Whether it was begun here goes without saying where nothing landed.
      ({ merchant_uid, code, startedHere }) =>
        note(code === 'RETURNED' ? [merchant_uid, code] : [merchant_uid, code, startedHere]),
    )
  }
}

/** What a listener pays. */
export const again: Pay = {
  do: 'pay',
  order: 'b',
  copy: 1,
  shop: 'imp1',
  pg: 'html5_inicis',
  openTimeout: undefined,
  signal: 'later',
  onWarning: undefined,
  onLateResult: 'listens',
  plan: [],
}
