/** The documents' site, from a folder of a plain file server: `npm run site` builds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import axe from 'axe-core'

const FOLDER = 'site'
const pages = (): string[] =>
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map(name => name.replace(/\\/g, '/'))
    .filter(name => name.endsWith('.html') && name !== '404.html')
    .sort()

const at = (name: string): string => `/${FOLDER}/${name}`

/** What a page complains of: errors, and files that it doesn't get. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

const findSerious = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html)
            .join(' ')}`,
      )
  })

/** Looks at pages: axe, the width, and whether anything is missing. */
const look = async (
  page: Page,
  names: string[],
  colorScheme: 'light' | 'dark',
  width: number,
): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 800 })
  const complaints = complaintsOf(page)
  for (const name of names) {
    await page.goto(at(name))
    await page.locator('.vp-doc').waitFor()
    await page.evaluate(axe.source)
    expect.soft(await findSerious(page), `${name}, ${colorScheme}, ${width}`).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(over, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
  }
  expect(complaints).toEqual([])
}

const isEnglish = (name: string): boolean => name.startsWith('en/')

// A page and its counterpart are built alike, so each is looked at once, and one of each kind in every light and width.
const shown = (width: number, colorScheme: 'light' | 'dark'): string[] => {
  const kinds = ['index.html', 'cases/script-tag.html', 'errors.html', 'en/contributors.html']
  if (width === 1440 && colorScheme === 'light') return pages().filter(name => !isEnglish(name))
  if (width === 320 && colorScheme === 'dark') return pages().filter(isEnglish)
  return kinds
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    test(`${colorScheme}, ${width} px: axe finds nothing serious, nothing is missing or cut`, async ({
      page,
    }) => {
      test.setTimeout(300_000)
      await look(page, shown(width, colorScheme), colorScheme, width)
    })
  }
}

test('every link of every page leads somewhere, also from a folder of one’s own disk', async () => {
  const ids = new Map<string, Set<string>>()
  const idsOf = (name: string): Set<string> => {
    if (!ids.has(name)) {
      const html = readFileSync(join(FOLDER, name), 'utf8')
      ids.set(name, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)))
    }
    return ids.get(name)!
  }
  const dead: string[] = []
  for (const name of pages()) {
    const html = readFileSync(join(FOLDER, name), 'utf8')
    for (const [, href = ''] of html.matchAll(/<(?:a|link|script|img)\b[^>]* (?:href|src)="([^"]+)"/g)) {
      if (/^(https?|data|mailto):/.test(href)) continue
      const [path = '', hash] = href.replace(/&amp;/g, '&').split('#')
      const target = path ? join(dirname(name), decodeURIComponent(path)) : name
      if (!existsSync(join(FOLDER, target)) || target.endsWith('/')) dead.push(`${name}: ${href}`)
      else if (hash && !idsOf(target).has(decodeURIComponent(hash))) dead.push(`${name}: ${href}`)
    }
  }
  expect(dead).toEqual([])
})

test('is read from a folder without a server', async ({ page }) => {
  await page.goto(pathToFileURL(resolve(FOLDER, 'index.html')).href)
  await page.locator('.vp-doc a', { hasText: '스크립트 태그와 jQuery' }).click()
  await expect(page.locator('h1')).toContainText('스크립트 태그와 jQuery')
  await expect(page.locator('body')).toHaveCSS('margin', '0px')
})

test('finds what one looks for, without a service', async ({ page }) => {
  const complaints = complaintsOf(page)
  await page.goto(at('cases/react.html'))
  await page.locator('.DocSearch-Button').click()
  await page.locator('#localsearch-input').fill('입금')
  await page.locator('#localsearch-list a', { hasText: '가상계좌' }).first().click()
  await expect(page).toHaveURL(/\/site\/cases\/virtual-account\.html/)
  await expect(page.locator('h1')).toContainText('가상계좌')
  expect(complaints).toEqual([])
})

for (const [name, thanks, way] of [
  ['index.html', /결제가 완료되었습니다/, '페이지를 이동하는'],
  ['en/index.html', /payment is complete|Thank you/i, 'leaves the page'],
] as const) {
  test(`the demo of ${name} takes an order to “paid”, in both ways`, async ({ page }) => {
    const complaints = complaintsOf(page)
    await page.goto(at(name))
    const demo = page.locator('.live-demo')
    const pay = demo.locator('.pay')
    await pay.click()
    await page.locator('[data-outcome=approve]').click()
    await expect(demo.locator('.said')).toHaveText(thanks)
    await expect(demo.locator('ol')).toContainText(/: paid/)
    await expect(pay).toBeDisabled()
    await demo.locator('.again').click()
    await demo.locator('select').selectOption({ index: 1 })
    await expect(demo.locator('option:checked')).toContainText(way)
    await pay.click()
    await page.locator('[data-outcome=approve]').click()
    await expect(page).toHaveURL(new RegExp(`/site/${name === 'index.html' ? '' : 'en/'}`))
    await expect(demo.locator('.said')).toHaveText(thanks)
    expect(complaints).toEqual([])
  })
}

test('the demo lets a buyer cancel, and pay again', async ({ page }) => {
  await page.goto(at('index.html'))
  const demo = page.locator('.live-demo')
  await demo.locator('.pay').click()
  await page.locator('[data-outcome=cancel]').click()
  await expect(demo.locator('.said')).toContainText('취소')
  await expect(demo.locator('.pay')).toBeEnabled()
})

test('goes to the other language', async ({ page }) => {
  await page.goto(at('index.html'))
  await page.locator('.VPNavBarTranslations button').hover()
  await page.locator('.VPNavBarTranslations a', { hasText: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('.vp-doc')).toContainText('It takes a payment')
})
