/** What was chosen in the workbench. Lies in the tab's storage, so that a reload keeps it. */
import { gateways } from '../../src/gateways/table.ts'
import type { GatewayCode } from '../../src/types/codes.ts'
import type { DeviceId } from '../shared/devices.ts'
import type { Cart } from '../shared/order.ts'
import type { Lang } from '../shared/ticket.ts'
import type { TroubleId } from '../shared/troubles.ts'

/** One line of the product editor, as typed. */
export interface ProductRow {
  orderNumber: string
  name: string
  quantity: string
  amount: string
}

export interface Settings {
  lang: Lang
  device: DeviceId
  trouble: TroubleId
  /** Merchant code of a real account. */
  account: string | null
  landing: 'page' | 'server'
  pg: GatewayCode
  /** Empty: none is sent. */
  method: string
  escrow: boolean
  cart: Cart
  /** What was typed, by the parameter's path. What is not in it has its sample value. */
  values: Record<string, string>
  /** Null: the products of the cart. */
  products: ProductRow[] | null
}

const KEY = 'demo-settings'
const LANG = 'demo-lang'

const usualLang = (): Lang => {
  const asked =
    new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(LANG) ?? navigator.language
  return asked.startsWith('ko') ? 'ko' : 'en'
}

const usual: Omit<Settings, 'lang'> = {
  device: 'pc',
  trouble: 'none',
  account: null,
  landing: 'page',
  pg: 'html5_inicis',
  method: 'card',
  escrow: false,
  cart: { beans: 1, mug: 0, filters: 1 },
  values: {},
  products: null,
}

export const loadSettings = (): Settings => {
  const stored = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Settings>
  const settings = { ...usual, ...stored, lang: usualLang() }
  return settings.pg in gateways ? settings : { ...settings, pg: usual.pg }
}

export const saveSettings = (settings: Settings): void => {
  sessionStorage.setItem(KEY, JSON.stringify(settings))
  localStorage.setItem(LANG, settings.lang)
}

/** Whether a card is to be registered, and nothing paid. */
export const registersCard = ({ pg, values }: Settings): boolean =>
  pg === 'kcp_billing' || !!values['customer_uid']?.trim()
