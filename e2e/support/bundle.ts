/** Makes scripts of what no browser loads as it is: two builds, and the stand-ins for the payment script and what it loads. */
import { build } from 'esbuild'

const BUILDS = {
  src: { entry: 'src/index.ts', globalName: 'IamportCheckout' },
  cjs: { entry: 'dist/index.cjs', globalName: 'IamportCheckout' },
}
export const STAND_INS = ['legacy-sdk', 'v1-sdk', 'driver', 'service-frame', 'checkout-frame'] as const

const bundle = (name: string, entry: string, options: object = {}) =>
  build({ entryPoints: [entry], bundle: true, format: 'iife', outfile: `.tmp/pages/${name}.js`, ...options })

export const bundleBuilds = async (): Promise<void> => {
  for (const [name, { entry, ...options }] of Object.entries(BUILDS)) await bundle(name, entry, options)
}

export const bundleStandIns = async (): Promise<void> => {
  for (const name of STAND_INS) await bundle(name, `e2e/pages/${name}.js`)
}
