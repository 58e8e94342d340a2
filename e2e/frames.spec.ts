/**
 * The frames of the script's dialog, each of which keeps the order that it got: without new ones the buyer would pay for the
 * wrong order. Whose list of channels comes by JSONP, 1.1.5 and 1.2.0, can have it late; `v1` waits for it.
 */
import { expect, type Page, test } from '@playwright/test'
import {
  abort,
  approve,
  channelOf,
  expectNext,
  expectShown,
  openWithSdk,
  order,
  outcome,
  pay,
  SDKS,
  type SdkName,
  shown,
  withImp,
} from './support/sdk.ts'

const LEGACY = ['1.1.5', '1.2.0'] as const satisfies SdkName[]

/** A payment that has gone well, after which the script has made its frames anew. */
const warmUp = async (page: Page): Promise<void> => {
  await expectNext(page)
  await page.waitForTimeout(200)
}

/** All in one task: the first is asked for and given up, and the second is asked for. */
const retryAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.getElementById('outcome')!.textContent = ''
    window.shop.request.merchant_uid = 'first'
    void window.pay()
    window.controller.abort()
    window.shop.request.merchant_uid = 'second'
    void window.pay()
  })

const abortAtOnce = (page: Page): Promise<void> =>
  page.evaluate(() => {
    void window.pay()
    window.controller.abort()
  })

const hide = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.querySelector<HTMLElement>('.imp-dialog')!.style.display = 'none'
  })

const first = { ...order, merchant_uid: 'first' }

/** The next one opens with its own order and gets its own result, and nothing came late. */
const expectOwnNext = async (page: Page): Promise<void> => {
  await expectNext(page)
  expect(await page.evaluate(() => window.shop.late)).toEqual([])
}

test.describe('after a payment that was given up the window shows the next one', () => {
  for (const sdk of SDKS) {
    test(`${sdk}: given up by signal while it was open`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: first, hasSignal: true })
      await pay(page)
      await expectShown(page, 'first')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      expect(await shown(page)).toBe('')
      await expectOwnNext(page)
    })

    test(`${sdk}: given up by signal, and the next one asked for at once`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: first, hasSignal: true })
      await pay(page)
      await expectShown(page, 'first')
      await page.evaluate(() => {
        window.controller.abort()
        document.getElementById('outcome')!.textContent = ''
        window.shop.request.merchant_uid = 'second'
        void window.pay()
      })
      await expectShown(page, 'second')
    })

    test(`${sdk}: given up by signal: its frames are new before the next click, which a popup needs`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, { request: first, hasSignal: true })
      await pay(page)
      await expectShown(page, 'first')
      await abort(page)
      await expect.poll(() => hosts.count('channels')).toBeGreaterThan(1)
      await page.waitForTimeout(300)
      const asked = hosts.count('channels')
      await pay(page, { merchant_uid: 'second' })
      await expectShown(page, 'second')
      expect(hosts.count('channels')).toBe(asked)
    })

    test(`${sdk}: closed without a word: a late result is waited for until then`, async ({ page }) => {
      const hosts = await openWithSdk(page, sdk, { request: first })
      await pay(page)
      await expectShown(page, 'first')
      await hide(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      expect(hosts.count('channels')).toBe(1)
      await expectOwnNext(page)
    })

    test(`${sdk}: one whose channels never came: they are asked for again`, async ({ page }) => {
      const hosts = await openWithSdk(page, sdk, {
        request: first,
        options: { openTimeout: 300 },
        hosts: it => (it.answers.channels = { comes: 'refuse' }),
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
      hosts.answers = {}
      await page.evaluate(() => delete window.shop.options.openTimeout)
      await expectOwnNext(page)
    })

    test(`${sdk}: closed without a word by a script that makes new frames by itself: no more are made`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, { request: first })
      await pay(page)
      await expectShown(page, 'first')
      await page.evaluate(() => window.buyer.say('hello', {}))
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      const asked = hosts.count('channels')
      await pay(page, { merchant_uid: 'second' })
      await expectShown(page, 'second')
      // 1.1.5 loads its frames anew in place, so that it can't be told.
      if (sdk !== '1.1.5') expect(hosts.count('channels')).toBe(asked)
    })

    test(`${sdk}: failed by an alert, and tried again at once: the script makes its frames by itself`, async ({
      page,
    }) => {
      page.on('dialog', dialog => void dialog.accept())
      const hosts = await openWithSdk(page, sdk)
      await warmUp(page)
      const asked = hosts.count('channels')
      await page.evaluate(() => {
        const { prototype } = HTMLIFrameElement
        const own = Object.getOwnPropertyDescriptor(prototype, 'contentWindow')!
        Object.defineProperty(prototype, 'contentWindow', {
          configurable: true,
          get() {
            Object.defineProperty(prototype, 'contentWindow', own)
            throw new Error('not now')
          },
        })
        window.shop.request.merchant_uid = 'first'
        void window.pay().catch(() => {
          window.shop.request.merchant_uid = 'second'
          void window.pay()
        })
      })
      await expectShown(page, 'second')
      await page.waitForTimeout(700)
      expect(await shown(page)).toBe('second')
      expect(hosts.count('channels') - asked).toBeLessThanOrEqual(1)
    })

    test(`${sdk}: one that opened late and was put away`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: first, hasSignal: true })
      await abortAtOnce(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED' })
      await page.waitForTimeout(500)
      expect(await shown(page)).toBe('')
      await expectOwnNext(page)
    })

    test(`${sdk}: another merchant code is refused as before`, async ({ page }) => {
      const hosts = await openWithSdk(page, sdk, { request: first })
      await pay(page)
      await expectShown(page, 'first')
      await hide(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      await page.evaluate(() => Object.assign(window.shop.options, { userCode: 'imp87654321' }))
      await pay(page, { merchant_uid: 'second' })
      expect(await outcome(page)).toMatchObject({ code: 'SDK_INCOMPATIBLE' })
      expect(hosts.count('channels')).toBe(1)
    })
  }

  for (const sdk of LEGACY) {
    test(`${sdk}: without a close of the script’s`, async ({ page }) => {
      await openWithSdk(page, sdk, { request: first, hasSignal: true })
      await page.evaluate(() => delete (window as { IMP?: { close?: unknown } }).IMP!.close)
      await pay(page)
      await expectShown(page, 'first')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await expectOwnNext(page)
    })

    // The first answer would come after the window has opened, and put another frame in its place.
    test(`${sdk}: given up while the channels are asked for: they are not asked for twice`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, {
        request: first,
        hasSignal: true,
        hosts: it => (it.answers.channels = [{ delay: 200 }, { delay: 600 }]),
      })
      await abortAtOnce(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: false })
      await pay(page, { merchant_uid: 'second' })
      await expectShown(page, 'second')
      await page.waitForTimeout(800)
      expect(await shown(page)).toBe('second')
      expect(hosts.count('channels')).toBe(1)
    })

    // The window of the first opens before the frames go, and closes with them: that says nothing of the second's.
    for (const delays of [
      [100, 900],
      [1_500, 1_500],
    ]) {
      test(`${sdk}: given up in the task that asks for the next one, with the script warm; answers after ${delays} ms`, async ({
        page,
      }) => {
        const hosts = await openWithSdk(page, sdk, { hasSignal: true })
        await warmUp(page)
        const asked = hosts.count('channels')
        hosts.answers.channels = delays.map(delay => ({ delay }))
        await retryAtOnce(page)
        await expectShown(page, 'second')
        await page.waitForTimeout(1_500)
        expect(await shown(page)).toBe('second')
        expect(hosts.count('channels')).toBe(asked + 1)
        await approve(page)
        await expect(page.locator('#outcome')).toContainText('imp_second')
        expect(await page.evaluate(() => window.shop.late)).toEqual([])
      })
    }

    test(`${sdk}: given up in the task that asks for the next one, whose channels never come: WINDOW_NOT_OPENED`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, { hasSignal: true })
      await warmUp(page)
      hosts.answers.channels = { comes: 'hang' }
      await page.evaluate(() => {
        window.shop.options.openTimeout = 1_500
      })
      await retryAtOnce(page)
      // The window of the first was open for a moment, and its dialog stays, empty.
      await expect(page.locator('#outcome')).toContainText('WINDOW_NOT_OPENED')
      expect(await shown(page)).toBe('')
      hosts.answers = {}
      await page.evaluate(() => delete window.shop.options.openTimeout)
      await expectOwnNext(page)
    })

    test(`${sdk}: one whose channels came too late: they are not asked for again`, async ({ page }) => {
      const hosts = await openWithSdk(page, sdk, {
        request: first,
        options: { openTimeout: 300 },
        hosts: it => (it.answers.channels = [{ delay: 700 }, {}]),
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
      // The window of the first opens, and is put away with its frames.
      await expect.poll(() => hosts.count('channels')).toBe(2)
      await page.waitForTimeout(300)
      await page.evaluate(() => delete window.shop.options.openTimeout)
      await pay(page, { merchant_uid: 'second' })
      await expectShown(page, 'second')
      expect(hosts.count('channels')).toBe(2)
    })

    test(`${sdk}: called, and then failed by an exception of a wrapper of the page: its window is put away`, async ({
      page,
    }) => {
      const hosts = await openWithSdk(page, sdk, { request: first })
      await page.evaluate(() => {
        const { IMP } = window as unknown as { IMP: { request_pay(...all: unknown[]): void } }
        const { request_pay } = IMP
        IMP.request_pay = (...all) => {
          IMP.request_pay = request_pay
          request_pay(...all)
          throw new Error('of its analytics')
        }
      })
      await pay(page)
      expect(await outcome(page)).toMatchObject({ code: 'SDK_ERROR' })
      await expect.poll(() => hosts.count('channels')).toBe(2)
      expect(await shown(page)).toBe('')
      await expectOwnNext(page)
    })
  }

  test('1.2.0 with jQuery 1 or 2, which closes at once and makes new frames by itself: no more are made', async ({
    page,
  }) => {
    await page.addInitScript(() => Object.assign(window, { sdkFakeReady: 'at once' }))
    const hosts = await openWithSdk(page, '1.2.0', { request: first, hasSignal: true })
    await pay(page)
    await expectShown(page, 'first')
    hosts.answers.channels = { delay: 300 }
    await abort(page)
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    await page.waitForTimeout(500)
    expect(hosts.count('channels')).toBe(2)
    await expectOwnNext(page)
  })
})

for (const sdk of LEGACY) {
  test(`${sdk}: a page that calls IMP.init while the window is open loses the callback: WINDOW_CLOSED`, async ({
    page,
  }) => {
    await openWithSdk(page, sdk, { request: first })
    await pay(page)
    await expectShown(page, 'first')
    await withImp(page, imp => imp.init('imp12345678'))
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    expect(await shown(page)).toBe('')
    await expectOwnNext(page)
  })

  // The script was initialised by the page and then by us: whichever answer comes second takes the window away.
  test(`${sdk}: a page that had called IMP.init itself, and was answered late: the payment ends, and the next one works`, async ({
    page,
  }) => {
    await openWithSdk(page, sdk, {
      request: first,
      hosts: hosts => (hosts.answers.channels = [{ delay: 50 }, { delay: 1_200 }, {}]),
    })
    await withImp(page, imp => imp.init('imp12345678'))
    await pay(page)
    await expectShown(page, 'first')
    expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
    expect(await shown(page)).toBe('')
    await expectOwnNext(page)
  })
}

test.describe('the popup of a payment', () => {
  const payco = { ...first, pg: 'payco' }

  for (const sdk of SDKS) {
    test(`${sdk}: that was given up is closed: it could still take money`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        request: payco,
        hasSignal: true,
        hosts: hosts => hosts.list.push(channelOf('payco')),
      })
      const popup = page.waitForEvent('popup')
      await pay(page)
      const opened = await popup
      await expectShown(page, 'first')
      await abort(page)
      expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
      await expect.poll(() => opened.isClosed()).toBe(true)
      await expectNext(page, { pg: 'kcp' })
    })

    test(`${sdk}: stays where only the window behind it has gone: the buyer may be paying in it`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk, { request: payco, hosts: hosts => hosts.list.push(channelOf('payco')) })
      const popup = page.waitForEvent('popup')
      await pay(page)
      const opened = await popup
      await expectShown(page, 'first')
      await hide(page)
      expect(await outcome(page)).toMatchObject({ code: 'WINDOW_CLOSED' })
      expect(opened.isClosed()).toBe(false)
    })
  }

  test('that opened in the task that gave it up is closed, too', async ({ page }) => {
    // As with jQuery 1 and 2, which don't wait.
    await page.addInitScript(() => Object.assign(window, { sdkFakeReady: 'at once' }))
    await openWithSdk(page, '1.1.5', {
      request: payco,
      hasSignal: true,
      hosts: hosts => hosts.list.push(channelOf('payco')),
    })
    await page.evaluate(() => window.IamportCheckout.loadIamport(window.shop.options).then(() => {}))
    await expect(page.locator('.imp-frame-payco')).toHaveCount(1)
    await page.waitForTimeout(300)
    const popup = page.waitForEvent('popup')
    await abortAtOnce(page)
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    const opened = await popup
    await expect.poll(() => opened.isClosed()).toBe(true)
  })

  test('is not the page itself', async ({ page }) => {
    await openWithSdk(page, '1.2.0', { request: first, hasSignal: true })
    await pay(page)
    await expectShown(page, 'first')
    const closed = await page.evaluate(() => {
      let count = 0
      window.close = () => {
        count++
      }
      window.open('#here', '_self')
      window.controller.abort()
      return count
    })
    expect(await outcome(page)).toMatchObject({ code: 'ABORTED', mayHavePaid: true })
    expect(closed).toBe(0)
  })
})
