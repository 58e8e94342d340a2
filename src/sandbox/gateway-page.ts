import { PATIENCE, type SandboxPayment, STORAGE_KEY } from './ledger.ts'
import type { Order, Result } from './order.ts'
import { makePanel, type PanelParts, palette, panelRules } from './panel.ts'

/** What the page's script needs. */
interface PageData {
  key: string
  url: string | undefined
  patience: number
  payments: Partial<Record<string, SandboxPayment>>
  recorded: string
}

/**
 * The page's script: tells the ledger, as `keep` does, before it follows a link.
 *
 * A text, and not a function made into one: a shop's build rewrites functions for old browsers, with helpers that this
 * page doesn't have. Nobody rewrites the text, so it is for old browsers to begin with.
 */
const SCRIPT = `function (data) {
  var isBusy = false
  document.addEventListener('click', function (event) {
    var target = event.target.closest('[data-outcome]')
    var outcome = target && target.getAttribute('data-outcome')
    // A buyer leaves a gateway's page without a result by going back.
    if (outcome === 'close') history.back()
    var payment = data.payments[outcome]
    if (!payment) return
    event.preventDefault()
    if (isBusy) return
    isBusy = true

    try {
      var others = JSON.parse(sessionStorage.getItem(data.key) || '[]').filter(function (other) {
        return other.imp_uid !== payment.imp_uid
      })
      sessionStorage.setItem(data.key, JSON.stringify(others.concat(payment)))
    } catch (refused) {}

    var isTold = false
    var goOn = function () {
      if (isTold) return
      isTold = true
      var href = target.getAttribute('href')
      if (!href) {
        document.querySelector('[aria-live]').textContent = data.recorded
        for (var choice in data.payments) document.querySelector('[data-outcome=' + choice + ']').disabled = true
        document.querySelector('main').scrollIntoView(false)
        return
      }
      // This page lives as long as the shop's page that made it, and Back could not find it again: it leaves the history.
      location.replace(href)
    }
    if (!data.url) return goOn()
    var headers = { 'content-type': 'application/json' }
    var told = { method: 'POST', keepalive: true, headers: headers, body: JSON.stringify(payment) }
    setTimeout(goOn, data.patience)
    fetch(data.url, told).then(goOn, goOn)
  })
}`

const asHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/**
 * The page of a gateway that the shop's page is left for. It is made here and now, so that no server is needed, and has
 * the shop's CSP: where that allows no script, its links still lead on, and only the ledger isn't told.
 *
 * @param payments what each result becomes; none where the outcome is given already.
 * @returns a `blob:` URL.
 */
export const makeGatewayPage = (
  order: Order,
  parts: PanelParts,
  payments: Partial<Record<Result, SandboxPayment>>,
  ledgerUrl: string | undefined,
): string => {
  const { lang, texts } = parts
  const panel = makePanel(document, order, parts)
  const data: PageData = {
    key: STORAGE_KEY,
    // A relative URL means nothing on a blob: page.
    url: ledgerUrl && new URL(ledgerUrl, document.baseURI).href,
    patience: PATIENCE,
    payments,
    recorded: texts.recorded,
  }
  // Rules in place of the elements' own styles, and the nonce of the shop's scripts, pass a CSP that the page inherits.
  const rules = [panel, ...panel.querySelectorAll<HTMLElement>('*')].map((element, index) => {
    // Not `style.cssText`: then Chromium leaves an empty attribute behind, which the CSP refuses as well.
    const css = element.getAttribute('style')
    element.removeAttribute('style')
    element.classList.add(`s${index}`)
    return `.s${index}{${css}}`
  })
  const nonce = asHtml([...document.scripts].find(script => script.nonce)?.nonce ?? '')
  const script = `(${SCRIPT})(${JSON.stringify(data).replace(/</g, '\\u003c')})`
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${texts.title}</title>
<style nonce="${nonce}">html,body{height:100%;margin:0}
main{display:flex;box-sizing:border-box;min-height:100%;padding:16px;background:${palette().field}}
${rules.join('\n')}${panelRules}</style></head>
<body><main>${panel.outerHTML}</main><script nonce="${nonce}">${script}</script></body></html>`
  return URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }))
}
