/**
 * Plays a sequence, and holds what came of it against what is known of the money: every payment ends, none says that it is safe to pay
 * again where money moved or still may, none is paid without money, and the page can go on.
 */
import type * as Package from 'iamport-checkout'
import type { Act, Gateway, Pay, Setup } from './acts.ts'
import { pass, resetClock } from './clock.ts'
import { ShopServer } from './shop-server.ts'
import { type BuyersWindow, keyOf, open, pgOf, tasks, World } from './world.ts'

type Copy = typeof Package
type Outcome = Package.UnverifiedPayment | Package.VerifiedPayment | Package.PayError
interface Ending {
  paid?: string | null
  /** Of a payment that the server has proven. */
  verdict?: Package.Verdict
  code?: string
  mayHavePaid?: boolean
}

interface Attempt {
  order: string
  /** That of another call, where it is the same promise. */
  promise: Promise<unknown>
  ending?: Ending
  /** Whether money had moved when it ended. */
  wasPaid?: boolean
  late: Ending[]
  controller: AbortController
}

const MESSAGES = {
  hello: { action: 'hello', data: {} },
  'no JSON': 'hello',
  'that it broke': { action: 'ERROR_ON_TEMPLATE', data: {} },
  'the result of another': { action: 'done', data: { request_id: 'req_0', success: true, imp_uid: 'imp_x' } },
}

/** How long nothing happens at the end, in ms: longer than whatever the package waits for before it ends a payment. */
const LONG = 65_000

const endingOf = (outcome: Outcome): Ending => {
  if ('code' in outcome) return { code: outcome.code, mayHavePaid: outcome.mayHavePaid }
  return { paid: outcome.imp_uid, ...('verdict' in outcome && { verdict: outcome.verdict }) }
}

export class Play {
  readonly attempts: Attempt[] = []
  readonly #world: World
  readonly #server = new ShopServer(order => this.#isPaidOrder(order))
  readonly #alert = (): void => {}

  constructor(
    private readonly copy: Copy,
    private readonly setup: Setup,
  ) {
    resetClock()
    this.#server.answers = setup.server
    this.#world = new World(setup.sdk)
    open(this.#world, this.#alert)
    this.#world.addScript()
  }

  async run(acts: readonly Act[]): Promise<void> {
    if (this.setup.isWarm) {
      await this.copy.loadIamport({ userCode: 'imp1' })
      await pass(50)
    }
    for (const act of acts) {
      await this.#happen(act)
      this.#hold(`after ${JSON.stringify(act)}`)
    }
    await this.#finish()
  }

  // --- what happens -------------------------------------------------------------------------------------------------

  async #happen(act: Act): Promise<void> {
    const world = this.#world
    switch (act.do) {
      case 'pay':
        this.#pay(act)
        break
      case 'abort':
        this.attempts.at(-1 - act.back)?.controller.abort()
        break
      case 'buyer':
        this.#buy(this.#window(act.window), act.does)
        break
      case 'close popup':
        this.#window(act.window)?.popup?.close()
        break
      case 'frame says':
        world.frameSays(MESSAGES[act.what])
        break
      case 'driver':
        this.#drive(this.#window(act.window), act.does)
        break
      case 'drivers':
        Object.assign(world.plan, { prepare: act.fail ? 'rejects' : undefined, rejectsAfter: 500 })
        break
      case 'host':
        world.answers[act.host] = act.answers
        break
      case 'state':
        world.state = act.of
        break
      case 'server':
        this.#server.answers = act.answers
        break
      case 'refuse popups':
        world.refusesPopups = act.refused
        break
      case 'page':
        this.#page(act.does)
        break
      case 'leave and return':
        window.dispatchEvent(new Event('pagehide'))
        await pass(act.ms)
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
        break
      case 'wait':
        await pass(act.ms)
        break
    }
    await tasks()
  }

  #window(index: number): BuyersWindow | undefined {
    const windows = this.#world.windows()
    return windows[index] ?? windows[0]
  }

  #buy(
    it: BuyersWindow | undefined,
    does: 'approves' | 'is refused' | 'cancels' | 'approves in silence',
  ): void {
    if (does === 'approves') it?.approve()
    else if (does === 'is refused') it?.refuse()
    else if (does === 'cancels') it?.cancel()
    else it?.approveInSilence()
  }

  #drive(it: BuyersWindow | undefined, does: 'fails' | 'forgets the number' | 'says yes, then no'): void {
    const { driver, attempt } = it ?? {}
    if (!driver || attempt === undefined) return
    const { paid, over } = this.#world
    over.add(attempt)
    const ids = { imp_uid: `imp_${attempt}`, merchant_uid: driver.order }
    if (does === 'fails') {
      void driver.fail('한도초과')
      return
    }
    paid.add(attempt)
    if (does === 'forgets the number') void driver.result({ merchant_uid: driver.order })
    else {
      void driver.result(ids)
      void driver.result({ ...ids, error_code: 'F400', error_msg: '한도초과' })
    }
  }

  #page(does: (Act & { do: 'page' })['does']): void {
    const { IMP } = window as unknown as {
      IMP: { init(code: string): void; deinit?(): void; close?(): void }
    }
    if (does === 'init') IMP.init('imp1')
    else if (does === 'deinit') IMP.deinit?.()
    else if (does === 'close') IMP.close?.()
    else if (does === 'add the script again') this.#world.addScript()
    else if (does === 'append') document.body.append(document.createElement('aside'))
    else if (does === 'alert') window.alert('로그인해 주세요')
    else window.open('https://shop.test/terms', 'terms')
  }

  #pay({ order, gateway, hasChannelKey, openTimeout, hasSignal, onLateResult }: Pay): void {
    const id = this.attempts.length
    const controller = new AbortController()
    this.#world.isOwn = gateway === 'own' && this.setup.sdk === 'v1 1.5.0'
    const late: Ending[] = []
    const pg = pgOf(gateway, this.setup.sdk)
    const request = {
      ...(hasChannelKey && this.setup.sdk === 'v1 1.28.12' ? { channelKey: keyOf(pg) } : { pg }),
      merchant_uid: order,
      amount: 1000,
      name: '주문',
      buyer_tel: '010-1234-5678',
      buyer_name: '이름',
      custom_data: { id },
    }
    const shop = {
      userCode: 'imp1',
      ...(openTimeout && { openTimeout }),
      ...(this.setup.isVerified && { verify: this.#server.verify }),
    }
    const options = {
      ...(hasSignal && { signal: controller.signal }),
      onLateResult: (outcome: Outcome) => {
        late.push(endingOf(outcome))
        if (onLateResult === 'pays' && this.attempts.length < 20) this.#pay(again)
      },
    }
    const checkout = this.copy.createCheckout(shop)
    const promise: Promise<Outcome> = this.setup.isVerified
      ? checkout.pay(request, options)
      : checkout.requestPay(request, options)
    const attempt: Attempt = { order, promise, late, controller }
    this.attempts.push(attempt)
    const note = (outcome: Outcome): void => {
      attempt.ending = endingOf(outcome)
      attempt.wasPaid = this.#isPaid(attempt)
    }
    promise.then(note, note)
  }

  // --- what has to hold ---------------------------------------------------------------------------------------------

  /** The calls that got this promise, the first of which is the one that the script knows. */
  #sharing({ promise }: Attempt): number[] {
    return this.attempts.flatMap((it, id) => (it.promise === promise ? [id] : []))
  }

  #isPaid(attempt: Attempt): boolean {
    return this.#sharing(attempt).some(it => this.#world.paid.has(it))
  }

  #isPaidOrder(order: string): boolean {
    return this.attempts.some(attempt => attempt.order === order && this.#isPaid(attempt))
  }

  #hold(when: string): void {
    for (const [id, attempt] of this.attempts.entries()) {
      const { ending, late, order } = attempt
      const isPaid = this.#isPaid(attempt)
      // The server has the last word, also where it is wrong. What moves after its word it could not know.
      const wasDenied = this.#server.hasDenied(order) || (this.#server.hasSaidNo(order) && !attempt.wasPaid)
      if (ending && !('paid' in ending) && !ending.mayHavePaid && isPaid && !wasDenied) {
        fail(`attempt ${id} was paid, and ended with ${ending.code}, as if it were safe to pay again`, when)
      }
      if (this.setup.isVerified) {
        for (const it of [...late, ...(ending ? [ending] : [])]) {
          if ('paid' in it && !this.#server.hasSaidGood(order, it.verdict!)) {
            fail(`attempt ${id} resolved as ${it.verdict}, which the server has never said`, when)
          }
        }
        continue
      }
      if (ending && 'paid' in ending && !isPaid) fail(`attempt ${id} resolved, and nobody had paid`, when)
      const hasSucceeded = [ending, ...late].some(it => it && 'paid' in it)
      if (isPaid && hasSucceeded && late.some(it => it.mayHavePaid === false)) {
        fail(`attempt ${id} was paid, and a late failure says that it is safe to pay again`, when)
      }
    }
  }

  /**
   * The next payment is paid. A script whose list of channels was lost before, or which the page's own code has taken down, may say so
   * first, once or twice: with an ending, and never by hanging or being busy.
   */
  async #payNext(gateway: Gateway, hasChannelKey: boolean): Promise<void> {
    const order = gateway === 'frame' ? 'a' : 'b'
    for (let tries = 0; tries < 3; tries++) {
      const id = this.attempts.length
      this.#pay({ ...again, order, gateway, hasChannelKey })
      await pass(200)
      const shown = this.#world.windows().find(it => it.attempt === id)
      if (!shown) await pass(LONG)
      shown?.approve()
      await pass(2_000)
      const { ending } = this.attempts[id]!
      if (ending && 'paid' in ending) return
      if (shown)
        fail(`the next payment (${gateway}) is paid, and ends with ${JSON.stringify(ending)}`, 'at the end')
      if (!/PAYMENT_FAILED|WINDOW_NOT_OPENED|SDK_ERROR/.test(ending?.code ?? '')) {
        fail(
          `the next payment (${gateway}) has no window, and ends with ${JSON.stringify(ending)}`,
          'at the end',
        )
      }
      await pass(200)
    }
    fail(`the next payment (${gateway}) fails again and again`, 'at the end')
  }

  async #finish(): Promise<void> {
    const world = this.#world
    world.closeStrayPopups()
    await pass(LONG)
    this.#hold('after a long time')
    for (const [id, attempt] of this.attempts.entries()) {
      if (attempt.ending) continue
      for (const host of Object.keys(world.answers) as (keyof typeof world.answers)[])
        world.answers[host] = 'well'
      // A window that is open stays as long as the buyer needs, also a blank one until its page comes.
      world.loadBlankWindow()
      await pass(50)
      const shown = [...world.windows(), ...world.stuckWindows()].find(it =>
        this.#sharing(attempt).includes(it.attempt),
      )
      if (!shown) {
        world.closeAllPopups()
        await pass(LONG)
        if (attempt.ending) continue
        // While a driver's script is there, a page can't tell whose it is, nor here, where nothing has a size, whether its window has
        // gone: the one ending that the documents say can't be seen. The buyer goes away and comes back.
        if (document.querySelector('script[src*="/drivers/"]')) {
          await this.#happen({ do: 'leave and return', ms: 503 })
          await pass(LONG)
          if (attempt.ending) continue
        }
      }
      if (!shown) fail(`attempt ${id} has no window, and never ends`, 'at the end')
      shown!.approve()
      shown!.popup?.close()
      await pass(30_000)
      if (!attempt.ending) fail(`attempt ${id} was paid in its window, and never ends`, 'at the end')
    }
    this.#hold('at the end')
    if (window.alert !== this.#alert) fail('alert is not what it was', 'at the end')
    if (window.open !== world.open) fail('open is not what it was', 'at the end')

    // The next ones succeed.
    this.#server.answers = 'the truth'
    for (const host of Object.keys(world.answers) as (keyof typeof world.answers)[])
      world.answers[host] = 'well'
    world.refusesPopups = false
    Object.assign(world.plan, { prepare: undefined })
    for (const gateway of ['frame', 'driver'] as const) await this.#payNext(gateway, false)
    await this.#payNext('driver', true)
    this.#hold('after the next payments')
  }
}

const again: Pay = {
  do: 'pay',
  order: 'b',
  gateway: 'frame',
  hasChannelKey: false,
  openTimeout: undefined,
  hasSignal: true,
  onLateResult: 'listens',
}

const fail = (what: string, when: string): never => {
  throw new Error(`${what} (${when})`)
}
