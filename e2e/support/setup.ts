import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { BUILDS, shopPage, withBuild } from './builds.ts'

/** What is bundled to a script of its own: two builds, and the stand-ins for the payment script and what it loads. */
const SCRIPTS = [
  { entry: 'src/index.ts', name: 'src', globalName: 'IamportCheckout' },
  { entry: 'dist/index.cjs', name: 'cjs', globalName: 'IamportCheckout' },
  ...['legacy-sdk', 'v1-sdk', 'driver', 'service-frame', 'checkout-frame'].map(name => ({
    entry: `e2e/pages/${name}.js`,
    name,
  })),
]

/** Runs once before all tests: bundles what no browser loads as it is, and makes the shop's page for each build. */
export default async (): Promise<void> => {
  await mkdir('.tmp/pages', { recursive: true })
  for (const { entry, name, ...options } of SCRIPTS) {
    await build({
      entryPoints: [entry],
      bundle: true,
      format: 'iife',
      outfile: `.tmp/pages/${name}.js`,
      ...options,
    })
  }
  const shop = await readFile('e2e/pages/shop.html', 'utf8')
  for (const name of BUILDS) await writeFile(`.${shopPage(name)}`, withBuild(shop, name))
}
