/**
 * What has to come of a sequence, as the contract and the manual have it. It knows nothing of the code: it is told what
 * happens, and says how each payment ends, what is shown, who is told.
 */
import type { Act, Answer, Ending, Listener, Patched, Pay, Setup } from './acts.ts'
import { again } from './page.ts'

interface Payment extends Pay {
  id: number
  isAborted: boolean
  /** The promise is that of another call. */
  sameAs?: number
  /** `IMP.request_pay` was called, or is about to be. */
  isRunning: boolean
  ended?: Ending
  /** What came after that. */
  late: Ending[]
  /** When the dialog was first seen. */
  seenAt?: number
  /** That opened while the script may ask for one. */
  hadPopup: boolean
  /** The browser refused one before that, with no window open: what the script says of it is about the popup. */
  isPopupRefused: boolean
  /** The failure that the script told of, and whether money may have moved with it. */
  alerted?: 'SDK_ERROR' | 'POPUP_BLOCKED'
  /** The call is running: what the script tells of meanwhile is about this payment. */
  isBeingAsked?: boolean
  /** It told of that behind the call. That may be about another call, and the window may come. */
  wasAlertedLater?: boolean
  /** Until when the script may ask for a popup: not long behind its window. */
  popupsUntil?: number
  imp?: object
  /** The script failed by an exception, not by an alert. */
  threw?: boolean
  /** The frames before it, that are to go. */
  old?: number
  /** The frames when its window opened. */
  frames?: number
  leavingUntil: number
  /** The closing of the dialog that is waited for; another number means another one. */
  closing: number
  /** Whether what it put in the place of a function is still called. */
  hears: Record<Patched, boolean>
  under: Partial<Record<Patched, string>>
  /** The tab remembers that it was begun. */
  isNoted: boolean
  /** The script has called back with something that only a request which it has taken up can come to. */
  wasTakenUp?: boolean
  /** What the tab remembered before that. */
  before: Memory | undefined
}

interface Memory {
  order: string
  told: boolean
}

const DOUBTFUL = ['WINDOW_NOT_OPENED', 'WINDOW_CLOSED', 'RETURNED', 'DUPLICATE_ORDER']
/** What the package waits for behind the last thing that may still bring a window. */
const LATE = 60_000
const NEVER = Number.NEGATIVE_INFINITY

export class Model {
  readonly payments: Payment[] = []
  readonly late: Ending[] = []
  readonly landed: unknown[] = []
  readonly calls: number[] = []
  inits = 0
  closes = 0
  alerts = 0
  opens = 0
  closedPopups = 0
  /** How often a listener threw. */
  surfaced = 0
  /** Which function has its name. */
  readonly top: Record<Patched, string> = { alert: 'native alert', open: 'native open' }
  hasProgress = false
  pending: Payment | undefined

  #now = 0
  #due: { at: number; run(): void }[] = []
  #locked = new Set<Patched>()
  #wrappers = 0
  #answers = 0
  /** There is a dialog, in the document, and it is shown. */
  #dialog = { exists: false, attached: false, shown: false, identity: false }
  /** What was shown when it was looked at last, for the payment that runs. */
  #wasShown = false
  #imp: object | undefined
  #initialised: object | undefined
  #merchant = ''
  /** Which frames the script has: it makes them anew. 0 is none. */
  #generation = 0
  /** Those that one which was given up may have; 0 where there were none. */
  #old: number | undefined
  /** The payment that was given up and may have left its order in those. */
  #oldOf: Payment | undefined
  #loading: { waiting: Payment[] } | undefined
  /** The window of this payment, should it open yet, is put away, until a minute after the frames that are known then have loaded. */
  #keepsAway: { payment: Payment; frames: Set<number>; end?: number; isPaused?: boolean } | undefined
  #memory: Memory | undefined
  #refused = false
  /** What the calls of this task have got, by address; that of the page itself is empty. */
  readonly #resuming = new Map<string, unknown>()
  /** What happened has no one ending by the contract: there is nothing to compare from here on. */
  isUndetermined = false

  constructor(private readonly setup: Setup) {
    if (setup.present) this.#imp = {}
    if (setup.begun) this.#memory = { order: setup.begun, told: false }
  }

  get isShown(): boolean {
    return this.#dialog.attached && this.#dialog.shown
  }

  /** Nothing is under way, and nothing is waited for. */
  get isIdle(): boolean {
    return !this.pending && !this.#keepsAway && !this.#loading
  }

  get #frames(): number {
    return this.#dialog.attached ? this.#generation : 0
  }

  /** The script has to be initialised anew before the next payment. */
  get #isStale(): boolean {
    return this.#old !== undefined && this.#old === this.#frames
  }

  /** The frames that the next payment must not come into. Where there are none the script is asked for some after a time-out. */
  #note(old: number, code: string): void {
    this.#oldOf = undefined
    this.#old = old || code === 'WINDOW_NOT_OPENED' ? old : undefined
  }

  /** What is shown is not the payment's before it. */
  #isWindow({ old }: Payment): boolean {
    return this.isShown && !(old && (!this.#frames || this.#frames === old))
  }

  /** The window of this payment is there. */
  #isOpen(payment: Payment): boolean {
    if (!this.#isWindow(payment)) return false
    if (!this.#wasShown) payment.frames ??= this.#frames
    return !payment.frames || payment.frames === this.#frames
  }

  get #recalled(): Memory | undefined {
    return this.#refused ? undefined : this.#memory
  }

  #remember(memory: Memory | undefined): void {
    if (!this.#refused) this.#memory = memory
  }

  #in(ms: number, run: () => void): void {
    this.#due.push({ at: this.#now + ms, run })
  }

  // --- time ---------------------------------------------------------------------------------------------------------

  happen(act: Act): void {
    if (act.do === 'wait') this.#wait(act.ms)
    else if (act.do === 'leave and return') {
      const { pending } = this
      if (pending?.isRunning) pending.leavingUntil = this.#now + 10_000
      this.#wait(act.ms)
      if (this.pending?.isRunning) this.#giveUp(this.pending, 'RETURNED')
    } else this.do(act)
    this.#look()
  }

  #wait(ms: number): void {
    let isOver = false
    this.#in(ms, () => {
      isOver = true
    })
    while (!isOver) {
      const next = this.#due.reduce((first, it) => (it.at < first.at ? it : first))
      this.#due.splice(this.#due.indexOf(next), 1)
      this.#now = next.at
      next.run()
      this.#look()
    }
  }

  /** At the end of each task: a dialog that opened, or went away. */
  #look(): void {
    const payment = this.pending
    if (payment?.isRunning && this.#isOpen(payment) !== this.#wasShown) {
      this.#wasShown = !this.#wasShown
      const closing = ++payment.closing
      if (this.#wasShown) {
        payment.seenAt ??= this.#now
        payment.popupsUntil ??= this.#now + 2_000
      } else if (payment.seenAt !== undefined) {
        this.#closeIn(payment, payment.pg === 'alipay' ? 5_000 : 1_000, closing)
      }
    }
    const late = this.#keepsAway
    if (!late) return
    late.frames.add(this.#frames)
    if (this.isShown && !this.#dialog.identity && !late.isPaused) {
      this.#note(this.#frames, 'late')
      this.#putAway(late.payment)
    }
  }

  #closeIn(payment: Payment, ms: number, closing: number): void {
    this.#in(ms, () => {
      if (payment.ended || payment.closing !== closing) return
      if (payment.leavingUntil > this.#now) this.#closeIn(payment, 1_000, closing)
      else this.#giveUp(payment, 'WINDOW_CLOSED')
    })
  }

  #openIn(payment: Payment, ms: number): void {
    this.#in(ms, () => {
      if (payment.ended) return
      if (this.#isWindow(payment)) payment.seenAt ??= this.#now
      // It may be the page's own, where there is a dialog to tell.
      const isPopup = payment.hadPopup && !this.#dialog.attached
      if (payment.openTimeout === false || payment.seenAt !== undefined) return
      if (payment.leavingUntil > this.#now || isPopup) this.#openIn(payment, 1_000)
      else this.#giveUp(payment, 'WINDOW_NOT_OPENED')
    })
  }

  // --- endings ------------------------------------------------------------------------------------------------------

  #end(payment: Payment, ending: Ending): void {
    payment.ended = ending
    if (this.pending !== payment) return
    this.pending = undefined
    for (const name of ['alert', 'open'] as const) {
      const { [name]: under } = payment.under
      if (under && this.top[name] === `ours ${payment.id}` && !this.#locked.has(name)) this.top[name] = under
    }
    if (payment.isRunning) this.#release(payment)
    const isDoubtful = 'code' in ending && ending.mayHavePaid
    if (isDoubtful === 'either') this.isUndetermined = true
    if (!payment.isNoted) return
    if (isDoubtful) this.#remember({ order: payment.order, told: true })
    else if ('code' in ending && payment.before?.order === payment.order) {
      this.#remember({ ...payment.before, told: true })
    } else if (this.#recalled?.order === payment.order) this.#remember(undefined)
  }

  /** An order that was given up before is still in the script's queue, unless this payment has taken its place. */
  #release(payment: Payment): void {
    const hasOpened = payment.seenAt !== undefined || this.#isWindow(payment)
    if (hasOpened || payment.wasTakenUp) this.#keepsAway = undefined
    else if (this.#keepsAway) {
      this.#keepsAway.isPaused = false
      this.#look()
    }
  }

  #fail(payment: Payment, code: string, mayHavePaid: boolean | 'either' = DOUBTFUL.includes(code)): void {
    this.#end(payment, { code, mayHavePaid })
  }

  #giveUp(payment: Payment, code: string, mayHavePaid?: boolean | 'either', isAlerted = false): void {
    if (payment.ended) return
    this.#fail(payment, code, mayHavePaid)
    if (!payment.isRunning) return
    this.#note(payment.frames ?? this.#frames, code)
    this.#oldOf = payment
    const isOpen = payment.seenAt !== undefined || this.#isWindow(payment)
    // After a failure that it told of itself the script makes new frames. What is shown then shows that another call failed.
    const isOver = isAlerted && !this.isShown
    if (isOver) this.#old = undefined
    // A callback that is only late would be lost.
    if (isOpen && !isOver && code !== 'WINDOW_CLOSED') this.#putAway(payment)
    this.#hide()
    if (isOpen || (isOver && !payment.wasAlertedLater)) return
    if (code === 'ABORTED' && payment.hadPopup) this.closedPopups++
    this.#keepAway(payment)
  }

  #keepAway(payment: Payment): void {
    this.#keepsAway = { payment, frames: new Set([this.#frames]) }
  }

  /** Until then the script's queue may have the order, however long that takes. */
  #load(): void {
    const late = this.#keepsAway
    if (!late || !this.#frames || !late.frames.has(this.#frames)) return
    const end = this.#now + LATE
    late.end = end
    this.#in(LATE, () => {
      if (this.#keepsAway === late && late.end === end) this.#keepsAway = undefined
    })
  }

  #hide(): void {
    if (this.#dialog.attached) this.#dialog.shown = false
    this.hasProgress = false
  }

  /** By the script's own means. */
  #close(): void {
    if (this.setup.close !== 'none') this.closes++
    if (this.setup.close === 'closes') this.do({ do: 'hide' })
  }

  /** A frame of the script's that has an order would show it in place of the next one's. */
  #putAway({ hadPopup, imp, shop }: Payment): void {
    if (hadPopup) this.closedPopups++
    const wasShown = this.isShown
    if (wasShown) this.#close()
    // The script asks for its channels by itself then.
    const hasClosed = wasShown && !this.isShown
    this.#hide()
    if (hasClosed || !this.#isStale || (this.#initialised === imp && this.#merchant !== shop)) return
    this.inits++
    this.#make()
    this.#renew()
    this.#initialised = imp
    this.#merchant = shop
    this.#old = undefined
  }

  // --- what happens -------------------------------------------------------------------------------------------------

  do(act: Act): void {
    const dialog = this.#dialog
    switch (act.do) {
      case 'pay':
        this.#pay(act)
        break
      case 'abort':
        this.#abort(this.payments.at(-1 - act.back))
        break
      case 'call back':
        this.#callBack(act)
        break
      case 'show':
        this.#make()
        if (!dialog.exists) return
        dialog.shown = true
        dialog.identity = !!act.identity
        this.hasProgress = true
        return
      case 'hide':
        dialog.shown = false
        this.hasProgress = false
        return
      case 'renew':
        this.#renew()
        return
      case 'load':
        this.#load()
        return
      case 'detach':
        dialog.attached = false
        return
      case 'attach':
        dialog.attached = dialog.exists
        return
      case 'replace body':
        dialog.attached = false
        this.hasProgress = false
        return
      case 'draw':
        return
      case 'alert':
        this.alerts++
        this.#hearAlert(act.text)
        return
      case 'open':
        this.#open(act.popup)
        break
      case 'wrap':
        if (!this.#locked.has(act.name)) this.top[act.name] = `wrapper ${this.#wrappers}`
        this.#wrappers++
        return
      case 'unwrap':
        if (this.#locked.has(act.name)) return
        this.top[act.name] = `native ${act.name}`
        if (this.pending) this.pending.hears[act.name] = false
        return
      case 'lock':
        this.#locked.add(act.name)
        return
      case 'begin to leave':
        if (this.pending?.isRunning) this.pending.leavingUntil = this.#now + 10_000
        return
      case 'script':
        this.#script(act.comes)
        break
      case 'replace IMP':
        if (this.#imp) this.#imp = {}
        return
      case 'storage':
        this.#refused = act.refused
        return
      case 'land':
        this.#land(act.order, act.paid, act.here)
        break
      case 'resume':
        this.#resume()
        break
    }
  }

  /** The script's frames are made anew, all of them. */
  #renew(): void {
    if (this.#dialog.exists) this.#generation++
  }

  #make(): void {
    const dialog = this.#dialog
    if (dialog.exists || this.setup.kind === 'unknown') return
    Object.assign(dialog, { exists: true, attached: true })
    this.#renew()
  }

  #hearAlert(text: 'failure' | 'blocked' | 'own'): void {
    const payment = this.pending
    if (text === 'own' || !payment?.hears.alert) return
    const code = text === 'failure' ? 'SDK_ERROR' : 'POPUP_BLOCKED'
    const isRefused = payment.isPopupRefused
    if (!payment.alerted) {
      payment.alerted = code
      payment.wasAlertedLater = !payment.isBeingAsked
    }
    // The script has not finished when it tells of it.
    this.#in(0, () => this.#giveUp(payment, code, this.#doubtOf(payment, code, isRefused), true))
  }

  /** What the script tells of may be another call's, under the open window. A popup that was seen to be refused was the window. */
  #doubtOf({ seenAt }: Payment, code: string, isRefused: boolean): boolean {
    return seenAt !== undefined && !(code === 'POPUP_BLOCKED' && isRefused)
  }

  /** The buyer may have seen something that can be paid in. */
  #mayHaveOpened({ seenAt, hadPopup, leavingUntil }: Payment): boolean {
    return seenAt !== undefined || hadPopup || leavingUntil > this.#now || this.isShown
  }

  #open(popup: (Act & { do: 'open' })['popup']): void {
    this.opens++
    const payment = this.pending
    if (!payment?.hears.open) return
    // Behind the gateway's own, or long behind the window, one is the page's.
    if (payment.hadPopup || (payment.popupsUntil !== undefined && this.#now >= payment.popupsUntil)) return
    if (popup === 'allowed') payment.hadPopup = true
    if (popup !== 'refused') return
    payment.isPopupRefused = payment.seenAt === undefined
    this.#in(0, () =>
      this.#giveUp(payment, 'POPUP_BLOCKED', !payment.isPopupRefused && payment.seenAt !== undefined),
    )
  }

  #abort(payment: Payment | undefined): void {
    if (!payment || payment.isAborted) return
    payment.isAborted = true
    if (payment.signal === 'none' || payment !== this.pending) return
    const { isRunning } = payment
    const hasOpened = this.#mayHaveOpened(payment)
    this.#giveUp(payment, 'ABORTED', isRunning && hasOpened)
  }

  #listen(listener: Listener, payment: Payment): void {
    if (listener === 'throws') this.surfaced++
    if (listener === 'aborts') this.#abort(payment)
    if (listener === 'pays') this.#pay(again)
  }

  #pay(pay: Pay): void {
    const payment: Payment = {
      ...pay,
      id: this.payments.length,
      isAborted: pay.signal === 'before',
      isRunning: false,
      late: [],
      hadPopup: false,
      isPopupRefused: false,
      leavingUntil: NEVER,
      closing: 0,
      hears: { alert: false, open: false },
      under: {},
      isNoted: false,
      before: undefined,
    }
    this.payments.push(payment)
    if (pay.onWarning) this.#listen(pay.onWarning, payment)
    if (this.pending) {
      if (this.pending.order === pay.order) payment.sameAs = this.pending.id
      else this.#fail(payment, 'BUSY')
      return
    }
    if (payment.isAborted && pay.signal !== 'none') {
      this.#fail(payment, 'ABORTED')
      return
    }
    this.pending = payment
    const imp = this.#presentImp
    if (imp) {
      this.#start(payment, imp)
      return
    }
    if (this.#loading) {
      this.#loading.waiting.push(payment)
      return
    }
    const loading = { waiting: [payment] }
    this.#loading = loading
    this.#in(3_000, () => {
      if (this.#loading === loading) this.#loaded('SDK_LOAD_TIMEOUT')
    })
  }

  /** One that was initialised stays the one as long as it has its dialog: two would submit each order twice. */
  get #presentImp(): object | undefined {
    const isGenuine = this.setup.kind === 'old' && this.#dialog.attached
    return (this.#imp && isGenuine && this.#initialised) || this.#imp
  }

  #script(comes: 'whole' | 'empty' | 'not'): void {
    if (comes === 'whole') this.#imp ??= {}
    this.#loaded(comes === 'not' ? 'SDK_LOAD_FAILED' : 'SDK_INCOMPATIBLE')
  }

  #loaded(code: string): void {
    const waiting = this.#loading?.waiting ?? []
    this.#loading = undefined
    const imp = this.#presentImp
    for (const payment of waiting) {
      if (payment.ended) continue
      if (imp) this.#start(payment, imp)
      else this.#fail(payment, code)
    }
  }

  #start(payment: Payment, imp: object): void {
    if (this.#initialised === imp && this.#merchant !== payment.shop) {
      this.#fail(payment, 'SDK_INCOMPATIBLE')
      return
    }
    const again = this.#isStale
    const old = again && this.#initialised === imp ? this.#frames : 0
    if (this.#initialised !== imp || again) {
      if (this.isShown) {
        this.#fail(payment, 'BUSY')
        return
      }
      const isFirst = !this.inits++
      this.#make()
      this.#renew()
      if (isFirst && !this.#run(this.setup.init)) {
        this.#giveUp(payment, 'SDK_ERROR')
        return
      }
      this.#initialised = imp
      this.#merchant = payment.shop
    }
    this.#old = undefined
    // Given up inside of `IMP.init`.
    if (payment.ended) return
    if (this.#keepsAway) this.#keepsAway.isPaused = true
    payment.isRunning = true
    payment.imp = imp
    payment.old = old
    this.#wasShown = this.isShown
    for (const name of ['alert', 'open'] as const) {
      if (this.#locked.has(name)) continue
      payment.under[name] = this.top[name]
      payment.hears[name] = true
      this.top[name] = `ours ${payment.id}`
    }
    this.#openIn(payment, payment.openTimeout || 30_000)
    payment.before = this.#recalled
    payment.isNoted = true
    this.#remember({ order: payment.order, told: false })
    this.calls.push(payment.id)
    payment.isBeingAsked = true
    payment.threw = !this.#run(payment.plan)
    payment.isBeingAsked = false
    // Nobody has paid in the window of one task, and it is put away.
    if (payment.threw) this.#giveUp(payment, 'SDK_ERROR', false)
  }

  /** Whether the plan came to its end. */
  #run(plan: readonly Act[]): boolean {
    for (const act of plan) {
      if (act.do === 'throw') return false
      this.do(act)
    }
    return true
  }

  #callBack({ back, answer }: Act & { do: 'call back' }): void {
    const payment = this.payments[this.calls.at(-1 - back)!]
    if (!payment) return
    const said = endingOf(answer, `imp_${this.#answers++}`, payment.pg)
    const ending = this.#withWhatWasSeen(payment, answer, said)
    if (this.#keepsAway?.payment === payment) this.#keepsAway = undefined
    // The script makes new frames by itself.
    if (this.#oldOf === payment) this.#old = undefined
    const isNotInitialised = answer === 'not initialised' && ending === said
    if (!payment.ended) {
      payment.wasTakenUp = !isNotInitialised
      this.#end(payment, ending)
      if (isNotInitialised) this.#initialised = undefined
    } else this.#hearLate(payment, ending)
    if (answer === 'no channels' && ending === said) {
      // Somebody else may ask for the channels, and the order waits for them.
      this.#initialised = undefined
      if (!this.pending && !this.isShown) this.#keepAway(payment)
    }
  }

  /** A failure that was seen on the page has its code, where the response doesn't say which payment failed. */
  #withWhatWasSeen(payment: Payment, answer: Answer, ending: Ending): Ending {
    if ('paid' in ending || !isReadable(answer)) return ending
    const { isPopupRefused, hadPopup, alerted } = payment
    if (isPopupRefused && !hadPopup && ending.code === 'PAYMENT_FAILED') {
      return { code: 'POPUP_BLOCKED', mayHavePaid: false }
    }
    if (!alerted || hasNumber(answer)) return ending
    const doubt = this.#doubtOf(payment, alerted, isPopupRefused)
    return { code: alerted, mayHavePaid: ending.mayHavePaid || doubt }
  }

  #hearLate(payment: Payment, ending: Ending): void {
    const known = [payment.ended!, ...payment.late]
    // It contradicts nothing that was paid.
    if (!('paid' in ending) && known.some(it => 'paid' in it)) return
    payment.late.push(ending)
    // In a task of its own: the script has not finished.
    this.#in(0, () => {
      this.late.push(ending)
      if (payment.onLateResult) this.#listen(payment.onLateResult, payment)
    })
  }

  // --- landings -----------------------------------------------------------------------------------------------------

  #land(order: string, paid: boolean, here: boolean): void {
    this.#shared(here ? '' : `${order} ${paid}`, () => {
      const startedHere = this.#recalled?.order === order
      if (startedHere) this.#remember({ order, told: true })
      return [order, paid ? 'paid' : 'PAYMENT_FAILED', startedHere]
    })
  }

  /** A payment of this tab that came back without a result is told once, but to every call of the task. */
  #resume(): void {
    this.#shared('', () => {
      const memory = this.#recalled
      if (!memory || memory.told || this.pending) return null
      memory.told = true
      return [memory.order, 'RETURNED']
    })
  }

  #shared(address: string, find: () => unknown): void {
    if (!this.#resuming.has(address)) {
      this.#resuming.set(address, find())
      this.#in(0, () => this.#resuming.delete(address))
    }
    this.landed.push(this.#resuming.get(address))
  }
}

const isReadable = (answer: Answer): boolean => !/^(nothing|a list|a getter that throws)$/.test(answer)

/** Whether the response has the number of the payment. */
const hasNumber = (answer: Answer): boolean => /^(cancelled|declined|no, with a number)$/.test(answer)

const endingOf = (answer: Answer, imp_uid: string, pg: Pay['pg']): Ending => {
  const failed = (code: string, mayHavePaid: boolean): Ending => ({ code, mayHavePaid })
  switch (answer) {
    case 'paid':
    case 'paid, as text':
    case 'paid, no flag':
      return { paid: imp_uid }
    case 'cancelled':
      return failed('CANCELLED', pg === 'paymentwall')
    case 'duplicate':
      return failed('DUPLICATE_ORDER', true)
    case 'declined':
    case 'no':
    case 'no channels':
      return failed('PAYMENT_FAILED', pg === 'paymentwall')
    case 'not initialised':
      return failed('SDK_ERROR', pg === 'paymentwall')
    default:
      return failed('PAYMENT_FAILED', true)
  }
}
