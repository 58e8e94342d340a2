/** The workbench: the request on one side, the shop in the middle, and what happens on the other side. */
import { byId } from '../shared/dom.ts'
import { applyScheme } from '../shared/scheme.ts'
import { texts } from '../texts.ts'
import { drawForm } from './form.ts'
import { showAddress } from './frame.ts'
import { drawHead, drawViews } from './header.ts'
import { drawInspector } from './inspector.ts'
import { listen } from './link.ts'
import { drawStage, markReady, send, useWindow } from './stage.ts'
import { changed, newOrder, onChange, state } from './store.ts'

let lang = ''

const draw = (): void => {
  const { settings } = state
  if (lang !== settings.lang + settings.account) {
    lang = settings.lang + settings.account
    document.documentElement.lang = settings.lang
    document.title = texts[settings.lang].head.title
    drawHead()
    drawViews()
  }
  drawStage()
  send()
  drawForm()
  drawInspector()
}

const begin = async (): Promise<void> => {
  applyScheme()
  listen((href, shop) => {
    if (state.settings.account) useWindow(shop)
    else showAddress(href)
    send(true)
    markReady()
    // The page can be asked now what it would send.
    changed()
  })
  onChange(draw)
  draw()
  const reply = await fetch('/demo/server')
  state.hasKey = ((await reply.json()) as { hasKey: boolean }).hasKey
  await newOrder()
  byId('bench').dataset['ready'] = 'true'
}

void begin()
