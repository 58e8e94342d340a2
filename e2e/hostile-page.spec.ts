/**
 * Pages that work against a payment without meaning to: documents that are replaced, names that are taken, clocks that stand still,
 * events that nobody sent. With the script alone, in plain tags, a buyer can pay on all of these pages.
 */
import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { shopPage, withBuild } from './support/builds.ts'
import {
  approve,
  CLOSING,
  expectNext,
  expectShown,
  newWayOf,
  openWithSdk,
  order,
  outcome,
  pay,
  SDKS,
  type SdkName,
} from './support/sdk.ts'
import { read } from './support/shop.ts'

const v1 = 'v1 1.28.12' as const
/** Where a case exists on both kinds of scripts. */
const BOTH = ['1.2.0', v1] as const satisfies SdkName[]

/** Puts markup into the shop's page before anything of it runs. */
const withMarkup = (page: Page, head: string, body: string): Promise<unknown> =>
  page.route(`**${shopPage()}`, route => {
    const html = withBuild(readFileSync('e2e/pages/shop.html', 'utf8'))
      .replace('<head>', () => `<head>${head}`)
      .replace('<body>', () => `<body>${body}`)
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
  })

test.describe('H8: the document goes from under an open window', () => {
  /** Pays, and keeps how it ends where no document is needed. */
  const payAndKeep = (page: Page): Promise<void> =>
    page.evaluate(() => {
      const keep = (it: unknown): void => {
        Object.assign(window, { ended: window.describeOutcome(it) })
      }
      const { shop, IamportCheckout } = window
      void IamportCheckout.requestPay(shop.request, shop.options).then(keep, keep)
    })
  const ended = (page: Page) => page.evaluate(() => (window as unknown as { ended: unknown }).ended)

  const replacements: [what: string, act: () => void][] = [
    [
      'another root element',
      () => {
        const html = document.createElement('html')
        html.append(document.createElement('head'), document.createElement('body'))
        document.replaceChild(html, document.documentElement)
      },
    ],
    [
      'document.open()',
      () => {
        document.open()
        document.write('<!doctype html><body>other</body>')
        document.close()
      },
    ],
    [
      'another body',
      () => {
        document.body = document.createElement('body')
      },
    ],
    ['an empty body', () => document.body.replaceChildren()],
    ['no root element at all', () => document.documentElement.remove()],
    ['a dialog that is taken out', () => document.querySelector('.imp-dialog')!.remove()],
    [
      'a dialog that is put into another document',
      () => {
        const other = document.implementation.createHTMLDocument()
        other.body.append(document.querySelector('.imp-dialog')!)
      },
    ],
  ]
  for (const sdk of BOTH) {
    for (const [what, act] of replacements) {
      test(`${sdk}: by ${what}: WINDOW_CLOSED, in doubt, and nothing is BUSY`, async ({ page }) => {
        await openWithSdk(page, sdk)
        await payAndKeep(page)
        await expectShown(page, 'order_1')
        await page.evaluate(act)
        await expect.poll(() => ended(page)).toMatchObject({ code: 'WINDOW_CLOSED', mayHavePaid: true })
        const code = await page.evaluate(() =>
          window.IamportCheckout.requestPay(
            { ...window.shop.request, merchant_uid: 'order_2' },
            { ...window.shop.options, openTimeout: 200 },
          ).catch(error => error.code),
        )
        expect(code).not.toBe('BUSY')
      })
    }
  }
})

test.describe('H9: an element of somebody else’s with the class of the script’s dialog', () => {
  const strangers: [what: string, html: string][] = [
    ['shown, in the body', '<div class="imp-dialog" style="display:block">hello</div>'],
    [
      'shown, in a section',
      '<section><div class="imp-dialog customizable" style="display:block">hello</div></section>',
    ],
    ['shown, with an image in it', '<div class="imp-dialog" style="display:block"><img alt=""></div>'],
    ['shown by itself', '<dialog class="imp-dialog" open>hello</dialog>'],
    [
      'with a frame, in a section',
      '<main><div class="imp-dialog" style="display:block"><iframe></iframe></div></main>',
    ],
  ]
  for (const sdk of SDKS) {
    for (const [what, html] of strangers) {
      test(`${sdk}: ${what}: payments are paid, and it stays as it is`, async ({ page }) => {
        await withMarkup(page, '', html)
        await openWithSdk(page, sdk)
        const style = () => page.locator('.imp-dialog').first().getAttribute('style')
        const before = await style()
        await pay(page)
        // The buyer sees the script's.
        const dialog = page.locator('.imp-dialog', { has: page.locator('iframe.imp-frame') })
        await expect(dialog).toBeVisible()
        await page.evaluate(() => {
          const frame = [...document.querySelectorAll<HTMLElement>('iframe.imp-frame')].find(
            it => it.style.display !== 'none',
          )
          void window.buyer.ask(frame!, 'approve')
        })
        expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
        expect(await style()).toBe(before)
      })
    }
  }
})

test.describe('H10: elements whose names are members of window and document', () => {
  const names: [what: string, html: string][] = [
    ['a heading called jQuery', '<h2 id="jQuery">jQuery</h2>'],
    ['a form called jQuery', '<form id="jQuery"><input name="fn"></form>'],
    ['an image called jQuery', '<img name="jQuery" alt="">'],
    ['two that are called jQuery', '<a id="jQuery"></a><a id="jQuery" name="fn"></a>'],
    ['a heading called $', '<h2 id="$">money</h2>'],
    ['a link called IMP', '<a id="IMP" href="/">IMP</a>'],
    ['a form called IMP', '<form id="IMP"><input name="request_pay"><input name="init"></form>'],
    ['a frame called IMP', '<iframe name="IMP"></iframe>'],
    ['images called scripts', '<img name="scripts" alt=""><img name="scripts" alt="">'],
    ['a form called head', '<form name="head"></form>'],
    ['a form called currentScript', '<form name="currentScript"></form>'],
    ['an image called baseURI', '<img name="baseURI" alt="">'],
    ['an image called readyState', '<img name="readyState" alt="">'],
    ['an element called trustedTypes', '<a id="trustedTypes" href="/">a</a>'],
    ['an element called sessionStorage', '<a id="sessionStorage">a</a>'],
    ['an element called IamportCheckout', '<a id="IamportCheckout">a</a>'],
  ]
  for (const [what, html] of names) {
    for (const sdk of BOTH) {
      test(`${sdk}: ${what}: the script is loaded, and the payment is paid`, async ({ page }) => {
        await withMarkup(page, '', html)
        await openWithSdk(page, sdk, { isPresent: false })
        await expectNext(page)
      })
    }
  }

  test('an image called scripts, with the script in a tag of the page’s', async ({ page }) => {
    await withMarkup(page, '', '<img name="scripts" alt="">')
    await openWithSdk(page, '1.2.0')
    await expectNext(page)
  })
})

test.describe('H11, H25: clocks and events', () => {
  const hide = (page: Page): Promise<void> =>
    page.evaluate(() => {
      document.querySelector<HTMLElement>('.imp-dialog')!.style.display = 'none'
    })
  const closed = { code: 'WINDOW_CLOSED', mayHavePaid: true }

  for (const sdk of BOTH) {
    for (const name of ['pagehide', 'beforeunload', 'pageshow', 'unload'] as const) {
      test(`${sdk}: a ${name} that nobody sent, while a window closes without a word: ends`, async ({
        page,
      }) => {
        await page.clock.install()
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        await hide(page)
        await page.waitForTimeout(50)
        await page.evaluate(it => {
          window.dispatchEvent(new Event(it))
        }, name)
        await page.clock.fastForward(30_000)
        expect(await outcome(page)).toMatchObject(closed)
      })
    }

    test(`${sdk}: a pageshow that says persisted and nobody sent: never said to be safe`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      await page.evaluate(() => {
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
      })
      await page.waitForTimeout(500)
      const text = await page.locator('#outcome').textContent()
      if (text) expect(JSON.parse(text)).toMatchObject({ mayHavePaid: true })
    })

    for (const [what, clock] of [
      ['set back by an hour', '(now => () => now() - 3_600_000)'],
      ['set forward by a day', '(now => () => now() + 86_400_000)'],
      ['that stands still', '(now => { const then = now(); return () => then })'],
      ['that says nothing', '(() => () => NaN)'],
    ] as const) {
      test(`${sdk}: a clock ${what} while the window is open, which goes without a word: ends`, async ({
        page,
      }) => {
        await page.clock.install()
        await openWithSdk(page, sdk)
        await pay(page)
        await expectShown(page, 'order_1')
        // A page that was about to leave, and stays.
        await page.evaluate(() => window.dispatchEvent(new Event('beforeunload')))
        await page.evaluate(`Date.now = ${clock}(Date.now.bind(Date))`)
        await hide(page)
        await page.waitForTimeout(50)
        for (let step = 0; step < 3; step++) await page.clock.fastForward(15_000)
        expect(await outcome(page)).toMatchObject(closed)
      })

      test(`${sdk}: a clock ${what}, and no window opens: ends`, async ({ page }) => {
        await openWithSdk(page, sdk, {
          options: { openTimeout: 300 },
          hosts: hosts => (hosts.answers.frames = { comes: 'hang' }),
        })
        await page.evaluate(`Date.now = ${clock}(Date.now.bind(Date))`)
        await pay(page)
        expect(await outcome(page)).toMatchObject({ code: 'WINDOW_NOT_OPENED' })
      })
    }

    test(`${sdk}: getComputedStyle gives null, as in some hidden frames: the payment is paid`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await page.evaluate(() => {
        window.getComputedStyle = () => null as unknown as CSSStyleDeclaration
      })
      await expectNext(page)
    })

    test(`${sdk}: getComputedStyle gives null, and the window goes without a word: ends`, async ({
      page,
    }) => {
      await openWithSdk(page, sdk)
      await page.evaluate(() => {
        window.getComputedStyle = () => null as unknown as CSSStyleDeclaration
      })
      await pay(page)
      await expectShown(page, 'order_1')
      await hide(page)
      expect(await outcome(page)).toMatchObject(closed)
    })

    test(`${sdk}: getComputedStyle throws, and no window opens: ends`, async ({ page }) => {
      await openWithSdk(page, sdk, {
        options: { openTimeout: 300 },
        hosts: hosts => (hosts.answers.frames = { comes: 'hang' }),
      })
      await page.evaluate(() => {
        window.getComputedStyle = () => {
          throw new Error('not here')
        }
      })
      await pay(page)
      await outcome(page)
    })
  }

  test('a window of the new way, and a clock that stands still: resolves', async ({ page }) => {
    await openWithSdk(page, v1, { request: { ...order, pg: newWayOf(v1) } })
    await page.evaluate('Date.now = (then => () => then)(Date.now())')
    await pay(page)
    await expectShown(page, 'order_1')
    await approve(page)
    expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
  })
})

test.describe('H12: Trusted Types', () => {
  const POLICY = "require-trusted-types-for 'script'; trusted-types iamport-checkout"

  test('the policy of the package lets no other address through, while it loads and later', async ({
    page,
  }) => {
    await page.route(`**${shopPage()}`, route =>
      route.fulfill({
        body: withBuild(readFileSync('e2e/pages/shop.html', 'utf8')),
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': POLICY },
      }),
    )
    await openWithSdk(page, v1, { isPresent: false })
    const passed = await page.evaluate(async () => {
      /** Whatever in the page can make a script address. */
      const policies = (value: unknown, depth = 0): { createScriptURL(url: string): unknown }[] => {
        if (!value || typeof value !== 'object' || depth > 3) return []
        if ('createScriptURL' in value) return [value as { createScriptURL(url: string): unknown }]
        return Reflect.ownKeys(value).flatMap(key => policies(Reflect.get(value, key), depth + 1))
      }
      const all = () =>
        Object.getOwnPropertySymbols(window).flatMap(key => policies(Reflect.get(window, key)))
      const tries = (): string[] =>
        ['/evil.js', 'https://evil.test/a.js', 'data:text/javascript,1', 'javascript:1'].filter(url =>
          all().some(policy => {
            try {
              return String(policy.createScriptURL(url)).includes(url)
            } catch {
              return false
            }
          }),
        )
      const loading = window.IamportCheckout.loadIamport({ sdk: 'v1' })
      const meanwhile = tries()
      await loading
      return [...meanwhile, ...tries()]
    })
    expect(passed).toEqual([])
  })
})

test.describe('H7: a copy of the tab, while the first one pays', () => {
  for (const sdk of BOTH) {
    test(`${sdk}: hears nothing of that payment, and the first one goes on`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await pay(page)
      await expectShown(page, 'order_1')
      // A new tab of the same site begins with a copy of what this tab remembers.
      const popup = page.waitForEvent('popup')
      await page.evaluate(address => void window.open(address), shopPage())
      const copy = await popup
      expect(await read(copy, 'resumed')).toBeNull()
      await expect(copy.locator('#unfinished')).toBeEmpty()
      await approve(page)
      expect(await outcome(page)).toMatchObject({ imp_uid: 'imp_order_1' })
      await copy.reload()
      expect(await read(copy, 'resumed')).toBeNull()
      await expect(copy.locator('#unfinished')).toBeEmpty()
    })
  }

  test('and the first tab is loaded anew: RETURNED there, and there alone', async ({ page }) => {
    await openWithSdk(page, '1.2.0')
    await pay(page)
    await expectShown(page, 'order_1')
    const popup = page.waitForEvent('popup')
    await page.evaluate(address => void window.open(address), shopPage())
    const copy = await popup
    await read(copy, 'resumed')
    await page.reload()
    expect(await read(page, 'resumed')).toMatchObject({ code: 'RETURNED', merchant_uid: 'order_1' })
    expect(await read(copy, 'resumed')).toBeNull()
  })
})

test.describe('init and close by the page while nothing is paid', () => {
  for (const sdk of CLOSING) {
    test(`${sdk}: the next payment is paid`, async ({ page }) => {
      await openWithSdk(page, sdk)
      await expectNext(page)
      await page.evaluate(() => {
        const { IMP } = window as unknown as { IMP: { close(): void; init(code: string): void } }
        IMP.close()
        IMP.init('imp12345678')
      })
      await expectNext(page, { name: 'again' })
    })
  }
})
