/* 1.1.5 to 1.2.x: the old way with jQuery's habits, and nothing else. */
import { OldWay } from './old-way.js'
import { Release } from './release.js'
import { NO_PARAMS } from './texts.js'

/**
 * The `IMP` of such a script.
 *
 * @param {string} version `1.1.5`, `1.2.0`
 * @param outside how it reaches what is outside of the page
 * @param {(run: () => void) => void} ready as jQuery's: version 3 runs it a task later, 1 and 2 at once
 */
export const makeLegacy = (version, outside, ready = run => void setTimeout(run)) => {
  const release = new Release(version)
  const way = new OldWay(release, outside, ready)
  const request = action => (params, callback) => {
    if (params !== undefined) way.request(action, params, callback)
    else {
      alert(NO_PARAMS)
      return false
    }
  }
  return {
    init: code => way.init(code),
    agency: (code, tier) => way.init(code, tier),
    request_pay: request('payment'),
    communicate: data => way.communicate(data),
    certification: request('certification'),
    ...(!release.isEarly && {
      close: () => way.close(),
      naver_zzim: params => {
        params.pg ||= 'naverco'
        way.request('zzim', params)
      },
    }),
  }
}
