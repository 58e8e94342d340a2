/**
 * Our sizes and times beside those of packages that do the like for other vendors. `npm run bench` prints them; with
 * `--write` it also makes docs/bench.md.
 */
import { writeFileSync } from 'node:fs'
import { version as esbuild } from 'esbuild'
import { measureColdStart } from './cold-start.mjs'
import { measureFirstCall } from './first-call.mjs'
import { measureLoaded } from './loaded.mjs'
import { openBrowser } from './pages.mjs'
import { asPage, asText } from './report.mjs'
import { measureSizes } from './sizes.mjs'

const browser = await openBrowser()
const versions = `Chromium ${browser.version()}, esbuild ${esbuild} and Node ${process.versions.node}`
console.log(`\n${versions}\n`)

const sections = []
try {
  for (const measure of [
    () => measureSizes(),
    () => measureFirstCall(browser, 30),
    () => measureColdStart(browser, 7),
    () => measureLoaded(browser, 1000),
  ]) {
    const section = await measure()
    console.log(asText(section))
    sections.push(section)
  }
} finally {
  await browser.close()
}
if (process.argv.includes('--write')) writeFileSync('docs/bench.md', asPage(sections, versions))
