/** The page of a small shop, with a server that is played. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type BrowserContext, expect, type Page } from '@playwright/test'

/** A package of these tests, or a file of it. */
export const packages = (name: string): string => resolve('test/examples/node_modules', name)

/** A shop, whose server says what a test has it say. */
export interface Shop {
  page: Page
  /** The orders that the server was asked about. */
  asked: string[]
  /** What the server says: a verdict, nothing, or that it never answers. */
  says(answer: 'paid' | 'unpaid' | 'down' | 'silent'): void
}

/**
 * Opens a page in a context in which the sandbox, the shop's server and, where `serve` is given, its files are played.
 *
 * @param address of the shop.
 */
export const openShop = async (
  context: BrowserContext,
  address: string,
  serve?: (pathname: string) => Promise<{ body: Buffer; contentType: string }>,
): Promise<Shop> => {
  const asked: string[] = []
  let answer = 'paid'
  const sandbox = await readFile(packages('iamport-checkout/dist/sandbox.min.js'), 'utf8')
  const counting = `${sandbox}
    ;{ const { request_pay } = IMP; IMP.request_pay = (...args) => { window.calls = (window.calls ?? 0) + 1; request_pay(...args) } }`
  await context.route(`${address}/**`, async route => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/sandbox.js') return route.fulfill({ body: counting, contentType: 'text/javascript' })
    if (pathname === '/payments/complete') {
      asked.push(route.request().postDataJSON().merchant_uid)
      if (answer === 'silent') return
      return answer === 'down' ? route.abort() : route.fulfill({ json: { verdict: answer } })
    }
    return serve ? route.fulfill(await serve(pathname)) : route.continue()
  })
  const page = await context.newPage()
  return {
    page,
    asked,
    says: said => {
      answer = said
    },
  }
}

export const button = (page: Page) => page.locator('section button').first()
export const shown = (page: Page) => page.locator('section').first()
export const becomes = (page: Page, status: string) =>
  expect(shown(page)).toHaveAttribute('data-status', status)
export const choice = (page: Page, outcome: 'approve' | 'cancel') => page.locator(`[data-outcome=${outcome}]`)
