import { findEngine } from '../../scripts/browser.mjs'
import { ANDROID, IPHONE } from '../../test/support/browser.ts'
import type { EngineName, OpenTab, Tab } from './tab.ts'

const FIREFOX_ON_ANDROID = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'

/** As which phone each engine poses. */
const phones: Record<EngineName, string> = {
  chromium: ANDROID,
  firefox: FIREFOX_ON_ANDROID,
  webkit: IPHONE,
}

const adapters: Record<string, (name: EngineName) => Promise<OpenTab>> = {
  playwright: async name => (await import('./playwright.ts')).openTab(name),
  puppeteer: async () => (await import('./puppeteer.ts')).openTab,
  webdriver: async () => (await import('./webdriver.ts')).openTab,
}

/** Opens a tab in an engine that is here, as a PC or as a phone. */
export const openTab = async (name: EngineName, device: 'pc' | 'phone'): Promise<Tab> => {
  const found = findEngine(name)
  if (!found) throw new Error(`${name} is not here: node scripts/browser.mjs ${name}`)
  const open = await adapters[found.adapter]!(name)
  return open(found, device === 'phone' ? phones[name] : undefined)
}

/** Whether Back finds the page as it was left. Playwright's own builds of Firefox and WebKit have that turned off. */
export const keepsPages = (name: EngineName): boolean =>
  name === 'chromium' || findEngine(name)?.adapter !== 'playwright'
