import { afterAll, beforeAll, beforeEach, describe, expect, inject, vi } from 'vitest'
import { order } from '../../test/support/requests.ts'
import { useHomeHosts } from '../support/home-hosts.ts'
import { spyOnSdk } from '../support/spy.ts'
import { openTab } from './engines.ts'
import { patience } from './patience.ts'
import { type Server, startServer } from './server.ts'
import type { EngineName, Tab } from './tab.ts'

export { order }
/** The script runs all flows. */
export const builds = ['iife', 'esm'] as const
export type FlowBuild = (typeof builds)[number]
/** The modules are the same code, so that one flow of each kind shows that an engine loads them. */
export const isSmoke = (build: FlowBuild): boolean => build === 'esm'

declare module 'vitest' {
  interface ProvidedContext {
    engine: EngineName
  }
  interface TaskMeta {
    /** Which browser it was, for the summary. */
    browser?: string
  }
}

export interface Setup {
  build: FlowBuild
  /** After the page's name: query and fragment. */
  address?: string
  request?: object
  options?: object
  /** Options of the sandbox that is loaded as the SDK. */
  sandbox?: object
}

/** The shop as one buyer sees it, in one tab. */
const makeShop = (tab: Tab, server: Server) => {
  const url = () => tab.evaluate(() => location.href, null)
  const shop = {
    ...tab,
    url,
    origin: server.shop,
    cdn: server.cdn,
    requests: server.requests,

    /** Opens the checkout page, in a tab that remembers nothing, and readies it for a click on the button. */
    open: async ({ build, address = '', request = order, options = {}, sandbox = {} }: Setup) => {
      const sdk = {
        src: `${server.cdn}/cdn/iamport.payment-1.2.0.js`,
        jquery: `${server.cdn}/cdn/jquery-3.7.1.min.js`,
      }
      const globals = {
        shop: { request, options: { userCode: 'imp12345678', sdk, ...options } },
        __IAMPORT_SANDBOX__: sandbox,
      }
      server.head = `<script>Object.assign(window, ${JSON.stringify(globals)});(${spyOnSdk})();(${useHomeHosts})()</script>`
      await tab.goto(`${server.shop}/e2e/pages/gateway.html`)
      await tab.evaluate(() => sessionStorage.clear(), null)
      server.requests.length = 0
      await tab.goto(`${server.shop}/e2e/pages/${build}.html${address}`)
      expect(await shop.read('resumed')).toBeNull()
    },

    /** Loads the SDK ahead of the click. */
    preload: async () => {
      await tab.evaluate(() => {
        void window.IamportCheckout.loadIamport(window.shop.options).then(() => {
          document.title = 'loaded'
        })
      }, null)
      await expect.poll(() => tab.evaluate(() => document.title, null)).toBe('loaded')
    },

    /** What an output of the page says, once it says something. */
    read: async (id: 'outcome' | 'resumed') => {
      const text = await vi.waitFor(async () => {
        const said = await tab.evaluate(it => document.getElementById(it)?.textContent, id)
        expect(said, `#${id}`).toBeTruthy()
        return said!
      }, patience)
      return JSON.parse(text)
    },

    /** The parameters of all calls of `IMP.request_pay`, also of a page that was left since. */
    calls: async (): Promise<unknown[]> =>
      JSON.parse((await tab.evaluate(() => sessionStorage.getItem('calls'), null)) ?? '[]'),

    waitForUrl: (pattern: RegExp) => expect.poll(url).toMatch(pattern),

    /** Whether the payment window is shown. */
    hasWindow: () =>
      tab.evaluate(
        () =>
          [...document.querySelectorAll('.imp-dialog')].some(it => getComputedStyle(it).display === 'block'),
        null,
      ),
  }
  return shop
}

export type Shop = ReturnType<typeof makeShop>

export type Flows = (context: { shop: Shop }, engine: EngineName) => void

/** The flows on one device, with a browser of their own. `shop` is there once a test runs. */
export const describeFlows = (device: 'pc' | 'phone', flows: Flows): void => {
  const engine = inject('engine')
  const context = {} as { shop: Shop }
  describe(engine, () => {
    let server: Server | undefined
    let tab: Tab | undefined
    beforeAll(async () => {
      server = await startServer()
      tab = await openTab(engine, device)
      context.shop = makeShop(tab, server)
    })
    beforeEach(({ task }) => {
      task.meta.browser = tab!.version
    })
    afterAll(async () => {
      await tab?.close()
      await server?.close()
    })
    flows(context, engine)
  })
}
