/** The shop with one of the payment scripts on its page, and all that the script talks to. */
import { expect, type Page } from '@playwright/test'
import { type Hosts, type SdkName, sdkText, standInForHosts } from './hosts.ts'
import { openShop, order, read, type ShopSetup } from './shop.ts'

export { channelOf, type Hosts, type SdkName } from './hosts.ts'
export { order, read } from './shop.ts'

/** One of each kind. What differs within a kind has tests of its own. */
export const SDKS = ['1.1.5', '1.2.0', 'v1 1.28.12'] as const satisfies SdkName[]
export const V1 = ['v1 1.5.0', 'v1 1.19.0', 'v1 1.28.12'] as const satisfies SdkName[]
/** All that have `IMP.close`. */
export const CLOSING = ['1.2.0', ...V1] as const satisfies SdkName[]
export const ALL = ['1.1.5', ...CLOSING] as const satisfies SdkName[]

/** A gateway that this script asks for in the new way, each with an iframe on a PC. */
export const newWayOf = (sdk: SdkName): string => (sdk === 'v1 1.5.0' ? 'tosspayments' : 'nice_v2')

/** What may be done to the window that is open: e2e/pages/buyer.js. */
interface Buyer {
  shownFrame(): Element
  shown(): Promise<string>
  approve(fields?: object): Promise<void>
  cancel(fields?: object): Promise<void>
  decline(fields?: object): Promise<void>
  say(action: string, data?: unknown): Promise<void>
  act(name: string, ...args: unknown[]): Promise<void>
  ask(frame: Element, call?: string, ...args: unknown[]): Promise<{ order?: string }>
}

/** The payment script, as far as tests call it themselves. */
export interface Imp {
  init(code: string, options?: object): void
  agency(code: string, tier: string): void
  deinit(): void
  close(): void
  request_pay(params?: object, callback?: (response: object) => void): void
  certification(params: object, callback?: (response: object) => void): void
  communicate(data: object): void
  loadUI(type: string, params: object, callback?: (response: object) => void): void
}

declare global {
  interface Window {
    buyer: Buyer
    controller: AbortController
    sdkFakeDriver: Record<string, (...args: unknown[]) => unknown>
    sdkFakeDriverPlan: object
    sdkFakeSmilepay: { cancel(): void }
    refusesPopups: boolean
  }
}

export interface SdkSetup extends ShopSetup {
  /** What is different with the hosts from the beginning. */
  hosts?(hosts: Hosts): void
  /** What drivers do: e2e/pages/sdk/driver.js. */
  driver?: object
  /** The script is on the page, as a tag of the shop's: else the package loads it. */
  isPresent?: boolean
  /** A signal for each payment, which `abort` fires. */
  hasSignal?: boolean
}

export const openWithSdk = async (page: Page, sdk: SdkName, setup: SdkSetup = {}): Promise<Hosts> => {
  const { hosts: change, driver = {}, isPresent = true, hasSignal, ...shop } = setup
  const hosts = await standInForHosts(page, () => sdkText(sdk))
  change?.(hosts)
  await page.addInitScript({ path: 'e2e/pages/buyer.js' })
  await canRefusePopups(page)
  await page.addInitScript(plan => {
    window.sdkFakeDriverPlan = plan
  }, driver)
  const asked = /^v1/.test(sdk) ? 'v1' : sdk
  await openShop(page, { ...shop, options: { ...(!isPresent && { sdk: asked }), ...shop.options } })
  if (hasSignal) await giveSignals(page)
  if (isPresent) await page.addScriptTag({ content: sdkText(sdk) })
  return hosts
}

/** Gives each payment a signal of its own. */
const giveSignals = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(window.shop.options, 'signal', {
      get: () => {
        window.controller = new AbortController()
        return window.controller.signal
      },
      enumerable: true,
      configurable: true,
    })
  })

export const abort = (page: Page): Promise<void> => page.evaluate(() => window.controller.abort())

/** Asks for a payment; what an earlier one said is wiped off. */
export const pay = (page: Page, request: object = {}): Promise<void> =>
  page.evaluate(more => {
    document.getElementById('outcome')!.textContent = ''
    Object.assign(window.shop.request, more)
    void window.pay()
  }, request)

/** Which order the buyer sees. */
export const shown = (page: Page): Promise<string> => page.evaluate(() => window.buyer.shown())
export const expectShown = (page: Page, order: string): Promise<void> =>
  expect.poll(() => shown(page), { intervals: [20, 50, 100] }).toBe(order)

export const approve = (page: Page, fields?: object): Promise<void> =>
  page.evaluate(it => window.buyer.approve(it), fields)

/** Uses the script itself, as the page's own code may. */
export const withImp = <Argument>(
  page: Page,
  use: (imp: Imp, argument: Argument) => unknown,
  argument?: Argument,
): Promise<unknown> =>
  page.evaluate(
    `(${use})(window.IMP, ${JSON.stringify(argument) ?? 'undefined'}), undefined`,
  ) as Promise<unknown>

/** How the payment ended. */
export const outcome = (page: Page) => read(page, 'outcome')

/** Nothing is said for so long, in ms. */
export const expectPending = async (page: Page, ms = 700): Promise<void> => {
  await page.waitForTimeout(ms)
  await expect(page.locator('#outcome')).toBeEmpty()
}

/** A window that has opened outlasts `openTimeout`, and whatever else is waited for. Needs `page.clock.install()` before. */
export const expectOutlasts = async (page: Page, ms = 40_000): Promise<void> => {
  await page.clock.fastForward(ms)
  await expectPending(page, 100)
}

/** It has not ended, or it ended with doubt: never that it is safe to pay again. */
export const expectNoFalseSafety = async (page: Page, ms = 1_500): Promise<void> => {
  await page.waitForTimeout(ms)
  const text = await page.locator('#outcome').textContent()
  if (text) expect(JSON.parse(text)).toMatchObject({ mayHavePaid: true })
}

/** The next payment opens with its own order, and its result is its own. */
export const expectNext = async (page: Page, request: object = {}): Promise<void> => {
  const merchant_uid = 'order_next'
  await pay(page, { ...order, ...request, merchant_uid })
  await expectShown(page, merchant_uid)
  await approve(page)
  expect(await outcome(page)).toMatchObject({ merchant_uid, imp_uid: `imp_${merchant_uid}` })
}

/** A browser that refuses popups once it is told to. It is beneath all that pages and packages put over `window.open`. */
const refusing = (): void => {
  const native = window.open
  const open: typeof window.open = (...all) => (window.refusesPopups ? null : native.apply(window, all))
  // Looks like the browser's own, which it stands for.
  open.toString = () => native.toString()
  window.open = open
  // A form opens a window, too, and the same browser refuses that one.
  const { submit } = HTMLFormElement.prototype
  HTMLFormElement.prototype.submit = function () {
    const isForHere = /^(_self|_top|_parent|)$/.test(this.target) || this.target in window.frames
    if (!window.refusesPopups || isForHere) submit.call(this)
  }
}
export const canRefusePopups = (page: Page): Promise<unknown> => page.addInitScript(refusing)

/** Every popup is refused from now on. */
export const refusePopups = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.refusesPopups = true
  })

/** Notes every dialog of the browser that a buyer would see. */
export const watchAlerts = (page: Page): string[] => {
  const alerts: string[] = []
  page.on('dialog', dialog => {
    alerts.push(dialog.message())
    void dialog.accept()
  })
  return alerts
}

/** What a payment must leave behind: nothing. */
export const expectClean = async (page: Page): Promise<void> => {
  const left = await page.evaluate(() => ({
    alert: String(window.alert).includes('[native code]'),
    open: String(window.open).includes('[native code]'),
    // One with that class somewhere else is the page's own.
    shown: [
      ...document.querySelectorAll<HTMLElement>('body > .imp-dialog, .imp-dialog:has(.imp-frame)'),
    ].some(it => it.style.display === 'block'),
    progress: document.body.classList.contains('imp-payment-progress'),
  }))
  expect(left).toEqual({ alert: true, open: true, shown: false, progress: false })
}
