/** The shop's page, on a device that one can choose, with what can go wrong. */
import { isPhone } from '../../src/util/device.ts'
import { type Device, type DeviceId, deviceIds, devices } from '../shared/devices.ts'
import { byId, h, icon, keepFocus } from '../shared/dom.ts'
import type { Shop } from '../shared/link.ts'
import { saveTicket } from '../shared/ticket.ts'
import { type TroubleId, troubleIds, troubleOf } from '../shared/troubles.ts'
import { texts } from '../texts.ts'
import { drawChrome, frame, shopInFrame, showShop } from './frame.ts'
import { ticketOf } from './request.ts'
import { change, state } from './store.ts'

const OUT = 'M14 5h5v5M19 5l-8 8M10 6H5v13h13v-5'

/** Heights of the page on a PC, the least room for a phone, and what is left free below, in pixels. */
const LOWEST = 480
/** Where lines are short and so there are more of them: the payment window must not be cut. */
const LOWEST_NARROW = 630
const NARROW = 400
const HIGHEST = 700
const PHONE = 600
const MARGIN = 16
/** How far below the window's edge the stage stays. */
const TOP = 16

/** What the frame was loaded for; with anything else its script has to start anew. */
let loadedFor = ''
let sent = ''
let room: HTMLElement | undefined

/** The shop's page in a window of its own. */
let shopInWindow: Shop | undefined
export const useWindow = (shop: Shop): void => {
  shopInWindow = shop
}

/** What the page in the frame is there for, once it is there. */
export const markReady = (): void => {
  frame.dataset['ready'] = `${state.settings.device} ${state.settings.trouble}`
}

const restart = (): void => {
  state.ahead = []
  delete frame.dataset['ready']
  showShop()
}

/** Gives the shop's page what it needs now. It also lies in the tab's storage, for a page that is away or only coming. */
export const send = (isNewPage = false): void => {
  const { settings, order } = state
  if (!order) return
  const ticket = ticketOf(settings, order)
  const text = JSON.stringify(ticket)
  if (text === sent && !isNewPage) return
  sent = text
  saveTicket(ticket)
  const purpose = JSON.stringify([settings.device, ticket.trouble, ticket.account, ticket.landing])
  if (settings.account) shopInWindow?.onTicket(ticket)
  else if (purpose === loadedFor) shopInFrame()?.onTicket(ticket)
  else restart()
  loadedFor = purpose
}

/** Draws the device as large as there is room for it. */
const scaleDevice = (): void => {
  const { width, height = 0 }: Device = devices[state.settings.device]
  if (!room) return
  const top = frame.getBoundingClientRect().top + scrollY
  const space = innerHeight - top - MARGIN
  const lowest = room.clientWidth < NARROW ? LOWEST_NARROW : LOWEST
  const scale = width ? Math.min(1, room.clientWidth / width, Math.max(PHONE, space) / height) : 1
  // A device is cut rather than made too small to read: its button is at its lower edge, and has to be in sight.
  const tall = Math.min(Math.max(lowest, space) / scale, height || HIGHEST)
  frame.style.width = width ? `${width}px` : '100%'
  frame.style.height = `${tall}px`
  frame.style.transform = scale < 1 ? `scale(${scale})` : ''
  const screen = frame.parentElement!
  screen.style.width = width ? `${width * scale}px` : '100%'
  screen.style.height = `${tall * scale}px`
  // Where it is taller than the window, it stays only once its end, where the button is, has come into sight.
  const stage = byId('stage')
  stage.style.top = `${Math.min(TOP, innerHeight - stage.offsetHeight - TOP)}px`
}
addEventListener('resize', scaleDevice)

/** A phone is one as it is, without feigning another. */
const isOnPhone = (device: DeviceId): boolean => device !== 'pc' || isPhone()

const makeDevices = (): HTMLElement => {
  const { settings } = state
  const t = texts[settings.lang].stage
  return h(
    'fieldset',
    { class: 'segments' },
    h('legend', { class: 'hidden' }, t.device),
    ...deviceIds.map(id =>
      h(
        'label',
        {},
        h('input', {
          type: 'radio',
          name: 'device',
          id: `device-${id}`,
          checked: settings.device === id,
          onchange: () =>
            change({
              device: id,
              ...(isOnPhone(id) && troubleOf(settings.trouble).only && { trouble: 'none' }),
            }),
        }),
        h('span', {}, id === 'pc' && isPhone() ? t.thisDevice : t.devices[id]),
      ),
    ),
  )
}

const makeTroubles = (): HTMLElement => {
  const { settings } = state
  const t = texts[settings.lang].troubles
  const { ends } = troubleOf(settings.trouble)
  return h(
    'div',
    { class: 'trouble' },
    h('label', { for: 'trouble' }, t.label),
    h(
      'select',
      {
        id: 'trouble',
        'aria-describedby': 'trouble-hint',
        onchange: (event: Event) =>
          change({ trouble: (event.target as HTMLSelectElement).value as TroubleId }),
      },
      ...troubleIds.map(id => {
        const isElsewhere = !!troubleOf(id).only && isOnPhone(settings.device)
        const name = isElsewhere ? t.pcOnly(t.names[id]) : t.names[id]
        return h('option', { value: id, selected: settings.trouble === id, disabled: isElsewhere }, name)
      }),
    ),
    h('p', { id: 'trouble-hint', class: 'hint' }, t.hints[settings.trouble], ends && h('code', {}, ends)),
  )
}

const makeFrame = (): HTMLElement => {
  room = h(
    'div',
    { class: 'room' },
    h('div', { class: 'device' }, drawChrome(), h('div', { class: 'screen' }, frame)),
  )
  return room
}

/** Real gateways don't let themselves be framed, and see through a feigned device. */
const makeOwnWindow = (): HTMLElement => {
  const t = texts[state.settings.lang].stage
  return h(
    'div',
    { class: 'own-window' },
    h('p', {}, t.ownWindow),
    h(
      'a',
      { id: 'own-window', class: 'primary', href: '/shop.html', target: 'shop', rel: 'opener' },
      t.openWindow,
      icon(OUT),
    ),
  )
}

let drawn = ''

export const drawStage = (): void => {
  const { lang, device, trouble, account } = state.settings
  const key = JSON.stringify([lang, device, trouble, account])
  if (key === drawn) return
  const t = texts[lang].stage
  const stage = byId('stage')
  const restoreFocus = keepFocus()
  const isKept = !!frame.isConnected && !account
  const controls = h('div', { class: 'controls' }, makeDevices(), makeTroubles())
  if (isKept && room) {
    // A frame that is moved in the document loads anew.
    stage.querySelector('h2')!.textContent = t.title
    stage.querySelector('.controls')!.replaceWith(controls)
    drawChrome()
  } else {
    stage.replaceChildren(
      h('h2', { id: 'stage-title' }, t.title),
      ...(account ? [makeOwnWindow()] : [controls, makeFrame()]),
    )
    loadedFor = sent = ''
  }
  drawn = key
  frame.title = t.frame
  stage.dataset['device'] = device
  restoreFocus()
  scaleDevice()
}
