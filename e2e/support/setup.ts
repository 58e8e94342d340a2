import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { BUILDS, shopPage, withBuild } from './builds.ts'
import { bundleBuilds, bundleStandIns } from './bundle.ts'

/** Runs once before all tests: makes the scripts that they load, and the shop's page for each build. */
export default async (): Promise<void> => {
  await mkdir('.tmp/pages', { recursive: true })
  await bundleBuilds()
  await bundleStandIns()
  const shop = await readFile('e2e/pages/shop.html', 'utf8')
  for (const name of BUILDS) await writeFile(`.${shopPage(name)}`, withBuild(shop, name))
}
