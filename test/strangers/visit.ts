/** A small shop that is built and opened. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { preview } from 'vite'
import { expect } from 'vitest'
import { openPage, read } from './browser.ts'

interface Shop {
  browser: Browser
  /** The folder of the app: the shop is built in it, and finds its packages there. */
  app: string
  /** How the shop gets the package: a file of apps/shop. */
  kind: string
  /** Builds the folder into the other one. Gives what the bundler warned of. */
  bundle(from: string, to: string): Promise<string[]>
  /** The name of a folder that is not there yet. */
  name: string
}

/** Builds a shop, opens it, and sees that nothing is complained of, neither by the bundler nor by the page. */
export const visit = async (shop: Shop, act: (page: Page) => Promise<void>): Promise<void> => {
  const from = join(shop.app, shop.name)
  await mkdir(from)
  const source = 'test/strangers/apps/shop'
  for (const file of ['index.html', 'page.js']) await copyFile(join(source, file), join(from, file))
  await copyFile(join(source, `${shop.kind}.js`), join(from, 'main.js'))
  const outDir = join(from, 'dist')
  expect(await shop.bundle(from, outDir)).toEqual([])

  const server = await preview({
    root: from,
    configFile: false,
    build: { outDir },
    preview: { port: 0 },
    logLevel: 'error',
  })
  const { page, complaints } = await openPage(shop.browser)
  try {
    await page.goto(server.resolvedUrls!.local[0]!)
    await act(page)
    expect(complaints).toEqual([])
  } finally {
    await page.close()
    await server.close()
  }
}

/** Pays in the shop, with the sandbox in place of the script. */
export const pay = async (page: Page): Promise<void> => {
  await page.click('[value=approve]')
  expect(await read(page, 'output')).toMatch(/^imp_\w+ paid$/)
}
