/** What a script tag says to load a build. Its API is then on the window, as `IamportCheckout`. */
export const TAGS = {
  // Bundled by setup.ts, for no browser loads these two as they are.
  src: 'src="/.tmp/pages/src.js"',
  cjs: 'src="/.tmp/pages/cjs.js"',
  esm: 'type="module" src="/e2e/pages/esm.js"',
  iife: 'src="/dist/iamport-checkout.min.js"',
}
export type Build = keyof typeof TAGS
export const BUILDS = Object.keys(TAGS) as Build[]

/** Stands in the HTML of specs and pages for the tag of whichever build it is. */
export const BUNDLE = '<script src="/checkout.js"></script>'

export const withTag = (html: string, build: Build): string =>
  html.replace(/src="\/checkout.js"/g, TAGS[build])
