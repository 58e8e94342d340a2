/** A component that is changed in the editor while its payment is under way. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { createServer, type ViteDevServer } from 'vite'
import { becomes, button, choice, openShop } from './shop.ts'

// Beside the app, so that it finds the same packages.
const folder = resolve('test/examples/.tmp')
let server: ViteDevServer

test.beforeAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await cp(resolve('test/examples/apps'), folder, { recursive: true })
  server = await createServer({
    root: join(folder, 'react'),
    configFile: false,
    logLevel: 'error',
    // One found late makes the page load anew.
    optimizeDeps: { include: ['react/jsx-dev-runtime', 'iamport-checkout/react'] },
    server: { port: 0, fs: { strict: false } },
    plugins: [react()],
  })
  await server.listen()
})
test.afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('Fast Refresh changes the page, and the payment goes on', async ({ context }) => {
  const address = server.resolvedUrls!.local[0]!.replace(/\/$/, '')
  const { page, asked } = await openShop(context, address)
  await page.goto(`${address}/?order=order_a`)
  await becomes(page, 'idle')
  await page.evaluate('window.isSamePage = true')
  await button(page).click()
  await becomes(page, 'open')

  const file = join(folder, 'react/pay-button.tsx')
  await writeFile(file, (await readFile(file, 'utf8')).replace(`'Pay'`, `'Pay now'`))
  await expect(button(page)).toHaveText('Pay now')
  await becomes(page, 'open')
  await choice(page, 'approve').click()
  await becomes(page, 'done')
  expect(await page.evaluate('window.isSamePage')).toBe(true)
  expect(asked).toEqual(['order_a'])
})
