import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { BUILDS, shopPage, withBuild } from './builds.ts'

/** Runs once before all tests: bundles what no browser loads as it is, and makes the shop's page for each build. */
export default async (): Promise<void> => {
  await mkdir('.tmp/pages', { recursive: true })
  for (const [name, entry] of [
    ['src', 'src/index.ts'],
    ['cjs', 'dist/index.cjs'],
  ] as const) {
    await build({
      entryPoints: [entry],
      bundle: true,
      format: 'iife',
      globalName: 'IamportCheckout',
      outfile: `.tmp/pages/${name}.js`,
    })
  }
  const shop = await readFile('e2e/pages/shop.html', 'utf8')
  for (const name of BUILDS) await writeFile(`.${shopPage(name)}`, withBuild(shop, name))
}
