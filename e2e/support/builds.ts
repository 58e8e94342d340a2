/** The builds that the specs run on. Each is a project in playwright.config.ts, which has its name. */
import { test } from '@playwright/test'
import { BUILDS, type Build, TAGS, withTag } from './tags.ts'

export { BUILDS, BUNDLE } from './tags.ts'

/** The build that this test is for; the script, where it is for no other. */
export const currentBuild = (): Build => BUILDS.find(name => name === test.info().project.name) ?? 'iife'

export const withBuild = (html: string, build = currentBuild()): string => withTag(html, build)

/** The shop's page. */
export const shopPage = (build = currentBuild()): string => `/.tmp/pages/${build}.html`

/** Where a worker gets the API from, as an expression that gives a promise. */
export const inWorker = (origin: string): string => {
  const build = currentBuild()
  if (build === 'esm') return `import('${origin}/dist/index.js')`
  const [, file] = /src="(.*)"/.exec(TAGS[build])!
  return `(importScripts('${origin}${file}'), Promise.resolve(IamportCheckout))`
}
