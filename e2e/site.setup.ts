import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@playwright/test'

test('the site is built, without a dead link', async () => {
  test.setTimeout(300_000)
  await promisify(execFile)(process.execPath, ['scripts/site.mjs'], { maxBuffer: 2 ** 26 })
})
