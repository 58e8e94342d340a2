/*
 * Stands in for iamport.payment-1.1.5.js and 1.2.0.js. Written from what the genuine ones were seen to do; which fake is for
 * what is said in README.md. It needs no jQuery, and does what they do with jQuery 3: each call runs a task later. With
 * `window.sdkFakeReady = 'at once'` it does what they do with jQuery 1 and 2.
 */
import { makeLegacy } from './sdk/legacy.js'
import { outside } from './sdk/outside.js'

const [, named = '1.2.0'] = /(1\.[12]\.\d)/.exec(document.currentScript.src) ?? []
const ready = run => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', run)
  else if (window.sdkFakeReady === 'at once') run()
  else setTimeout(run)
}

// The first script on a page wins.
window.IMP ||= makeLegacy(window.sdkFakeRelease ?? named, outside, ready)
