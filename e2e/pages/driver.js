/* What cdn.portone.io has for a gateway and a kind of window. Which, its own address says. */
import { makeDriver } from './sdk/driver.js'

const [, id, kind] = /\/drivers\/(.*\/([a-z-]+?))-[\w=-]{44}\.js/.exec(document.currentScript.src)
window.sdkFakeDriverPlan ??= {}
const driver = makeDriver(kind, () => window.sdkFakeDriverPlan, {
  gateway: 'https://gateway.test/pay',
  tell: it => {
    window.sdkFakeDriver = it
  },
})
if (window.sdkFakeDriverPlan.registration !== 'never') window.__PORTONE__.registerDriver(id, driver)
