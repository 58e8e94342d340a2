/**
 * Makes the pages of gateways and errors, in both languages, from src, so that they can't say what the code doesn't.
 *
 *     node scripts/docs.mjs           writes them
 *     node scripts/docs.mjs --check   exits with 1 where one is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { errorsPage } from './docs-errors-page.mjs'
import { gatewaysPage } from './docs-gateways.mjs'
import { readSource } from './docs-source.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The pages: file name, relative to the repository, and text. */
export const makePages = async () => {
  const source = await readSource(root)
  return {
    'docs/gateways.md': gatewaysPage(source, 'en'),
    'docs/ko/gateways.md': gatewaysPage(source, 'ko'),
    'docs/errors.md': errorsPage(source, 'en'),
    'docs/ko/errors.md': errorsPage(source, 'ko'),
  }
}

/** The names of the pages that are not as src would have them. */
export const stalePages = async () =>
  Object.entries(await makePages())
    .filter(([name, text]) => !existsSync(root + name) || readFileSync(root + name, 'utf8') !== text)
    .map(([name]) => name)

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const stale = await stalePages()
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`${name} is stale: run node scripts/docs.mjs`)
    process.exit(stale.length ? 1 : 0)
  }
  const pages = await makePages()
  for (const name of stale) writeFileSync(root + name, pages[name])
  console.log(stale.length ? `Wrote ${stale.join(', ')}` : 'Nothing to do')
}
