/** The builds that the specs run on. Each is a project in playwright.config.ts, which has its name. */
import { test } from '@playwright/test'

/** What a script tag says to load a build. Its API is then on the window, as `IamportCheckout`. */
const TAGS = {
  // Bundled by setup.ts, for no browser loads these two as they are.
  src: 'src="/.tmp/pages/src.js"',
  cjs: 'src="/.tmp/pages/cjs.js"',
  esm: 'type="module" src="/e2e/pages/esm.js"',
  iife: 'src="/dist/iamport-checkout.min.js"',
}
export type Build = keyof typeof TAGS
export const BUILDS = Object.keys(TAGS) as Build[]

/** The build that this test is for; the script, where it is for no other. */
export const currentBuild = (): Build => BUILDS.find(name => name === test.info().project.name) ?? 'iife'

/** Stands in the HTML of specs and pages for the tag of whichever build it is. */
export const BUNDLE = '<script src="/checkout.js"></script>'

export const withBuild = (html: string, build = currentBuild()): string =>
  html.replace(/src="\/checkout.js"/g, TAGS[build])

/** The shop's page. */
export const shopPage = (build = currentBuild()): string => `/.tmp/pages/${build}.html`

/** Where a worker gets the API from, as an expression that gives a promise. */
export const inWorker = (origin: string): string => {
  const build = currentBuild()
  if (build === 'esm') return `import('${origin}/dist/index.js')`
  const [, file] = /src="(.*)"/.exec(TAGS[build])!
  return `(importScripts('${origin}${file}'), Promise.resolve(IamportCheckout))`
}
