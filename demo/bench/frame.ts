/** The frame with the shop's page, and the bar above it: a way back, a way to begin again, and where the page is. */
import { h, icon } from '../shared/dom.ts'
import type { Shop } from '../shared/link.ts'
import { texts } from '../texts.ts'
import { state } from './store.ts'

const BACK = 'M14.5 5.5L8 12l6.5 6.5'
const RELOAD = 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4.2h-4.2'

export const frame = h('iframe', { id: 'frame', name: 'shop' })
const address = h('output', { id: 'address', class: 'address' })

/** What is in the frame. Between two pages neither button may be used: the second press would meet the next page. */
let shown: 'shop' | 'gateway' | 'none' = 'none'

export const shopInFrame = (): Shop | undefined => {
  try {
    return frame.contentWindow?.demoShop
  } catch {
    // The page of a gateway, of another origin.
    return undefined
  }
}

/** A gateway's page has an address that nobody can read; it is made on the spot. */
export const showAddress = (href: string): void => {
  const t = texts[state.settings.lang].stage
  address.value = href.startsWith('blob:') ? t.gatewayPage : href.replace(/^https?:\/\//, '')
}

/** Loads the shop's page from the start, with no trace in the history. */
export const showShop = (): void =>
  frame.contentWindow?.location.replace(`/shop.html?device=${state.settings.device}`)

/** Only the gateway's page has one before it: anywhere else Back would leave the workbench itself. */
const goBack = (): void => {
  setShown('none')
  frame.contentWindow?.history.back()
}

/** The gateway's page is made on the spot, so that there is nowhere to load it from again. */
const reload = (): void => frame.contentWindow?.location.reload()

const makeButton = (id: string, path: string, act: () => void): HTMLButtonElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'tool',
      id,
      // Not `disabled`: the button that was pressed keeps the focus.
      onclick: () => buttons[id as 'back' | 'reload'].ariaDisabled !== 'true' && act(),
    },
    icon(path),
  )

const buttons = { back: makeButton('back', BACK, goBack), reload: makeButton('reload', RELOAD, reload) }
const chrome = h('div', { class: 'chrome' }, buttons.back, buttons.reload, address)

/** The bar, in the language of now. */
export const drawChrome = (): HTMLElement => {
  const t = texts[state.settings.lang].stage
  const name = (button: HTMLElement, label: string, isOff: boolean, reason: string): void => {
    button.ariaLabel = label
    button.ariaDisabled = String(isOff)
    button.title = isOff ? reason : label
  }
  name(buttons.back, t.back, shown !== 'gateway', t.noBack)
  name(buttons.reload, t.reload, shown !== 'shop', t.noReload)
  if (shown === 'gateway') showAddress('blob:')
  return chrome
}

const setShown = (what: typeof shown): void => {
  shown = what
  drawChrome()
}

/** Whether the shop was put in the place of a page that is no more: once, as the server may be gone too. */
let isRescued = false

frame.addEventListener('load', () => {
  const page = frame.contentWindow!
  try {
    const { href } = page.location
    const isBlank = href === 'about:blank'
    showAddress(isBlank ? '' : href)
    setShown(href.startsWith('blob:') ? 'gateway' : isBlank ? 'none' : 'shop')
    isRescued = false
    page.addEventListener('pagehide', () => setShown('none'))
  } catch {
    // Another origin: where an `m_redirect_url` leads. Or, by the browser's own Back, a gateway's page that is no more.
    if (!isRescued && !state.settings.values['m_redirect_url']) {
      isRescued = true
      showShop()
    } else setShown('gateway')
  }
})
