/*
 * Stands in for `https://cdn.iamport.kr/v1/iamport.js`, the script that PortOne recommends, in the release that its address
 * asks for (`?release=1.5.0`, `1.19.0`, `1.28.12`) or `window.sdkFakeRelease`. Written from what the genuine ones were seen to
 * do; which fake is for what is said in README.md.
 */
import { outside } from './sdk/outside.js'
import { makeV1 } from './sdk/v1.js'

const [, asked = '1.28.12'] = /[?&]release=([\d.]+)/.exec(document.currentScript.src) ?? []
const ready = run => {
  const isThere = new Promise(resolve => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve)
    else setTimeout(resolve)
  })
  void isThere.then(run)
}

// No guard: a second one takes the place of the first, and is not initialised.
window.IMP = makeV1(window.sdkFakeRelease ?? asked, outside, ready)
