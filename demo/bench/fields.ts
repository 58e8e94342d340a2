/** Which parameters the form has, with values to begin with: a gateway that was just chosen can be paid at once. */

import { isPhone } from '../../src/util/device.ts'
import { catalogue } from '../shared/catalogue.ts'
import { dueInAWeek } from '../shared/format.ts'
import type { Order } from '../shared/order.ts'
import { texts } from '../texts.ts'
import {
  currenciesOf,
  hasBilling,
  languagesOf,
  needsOf,
  popupOf,
  takesName,
  usualCurrency,
} from './gateways.ts'
import type { ProductRow, Settings } from './settings.ts'

export interface Field {
  /** The parameter, `display.card_quota` for one inside another. */
  path: string
  kind: 'text' | 'tel' | 'email' | 'number' | 'switch' | 'choice' | 'json' | 'products'
  /** Of a choice. */
  choices?: string[]
  /** What it has until somebody types; empty: it is not sent. */
  sample: string
}

const json = (value: unknown): string => JSON.stringify(value, null, 2)

/** The order's name, as shops write it: the first product and how many more. */
export const orderName = ({ lang, cart, pg }: Settings): string => {
  const nameIn = (it: Settings['lang']): string => {
    const names = catalogue.filter(({ id }) => cart[id]).map(({ id }) => texts[it].products[id])
    return texts[it].orderName(names[0] ?? '', names.length - 1)
  }
  const name = nameIn(lang)
  return takesName(pg, name) ? name : nameIn('en')
}

/** The cart as products of an escrow order. */
export const cartRows = ({ cart, lang }: Settings, order: Order | undefined): ProductRow[] =>
  catalogue
    .filter(({ id }) => cart[id])
    .map(({ id, price }, index) => ({
      orderNumber: `${order?.merchant_uid ?? 'order'}-${index + 1}`,
      name: texts[lang].products[id],
      quantity: String(cart[id]),
      amount: String(price[order?.currency ?? 'KRW']),
    }))

const naverProducts = ({ pg, cart, lang }: Settings): unknown[] =>
  catalogue
    .filter(({ id }) => cart[id])
    .map(({ id, price }) => {
      const name = texts[lang].products[id]
      return pg === 'naverco'
        ? {
            id,
            name,
            basePrice: price.KRW,
            taxType: 'TAX',
            quantity: cart[id],
            infoUrl: `https://shop.example/${id}`,
            imageUrl: `https://shop.example/${id}.png`,
          }
        : { categoryType: 'PRODUCT', categoryId: 'GENERAL', uid: id, name, count: cart[id] }
    })

/** What a gateway asks of a shop that it has no contract of its own with. */
const storeDetails = {
  storeName: texts.en.shop.name,
  storeNameKana: 'ショップ',
  storeNameEn: texts.en.shop.name,
  storeNameShort: 'Shop',
  contactName: 'Help desk',
  email: 'shop@shop.example',
  phoneNumber: '0312345678',
  openingHours: { open: '09:00', close: '18:00' },
}

/** Samples of what is not in the order. Those that have none are texts to fill in. */
const sampleOf = (path: string, settings: Settings): string => {
  const t = texts[settings.lang]
  const samples: Record<string, () => string> = {
    name: () => orderName(settings),
    buyer_name: () => t.samples.buyer,
    buyer_tel: () => '010-1234-5678',
    buyer_email: () => 'buyer@shop.example',
    biz_num: () => '1234567890',
    customer_uid: () => 'card_of_member_1',
    customer_id: () => 'member1',
    company: () => t.shop.name,
    company_en: () => texts.en.shop.name,
    order_description: () => orderName(settings),
    tax_free: () => '0',
    vbank_due: dueInAWeek,
    digital: () => 'false',
    popup: () => 'true',
    naverProducts: () => json(naverProducts(settings)),
    storeDetails: () => json(storeDetails),
    'storeDetails.ceoFullName': () => t.samples.buyer,
    'storeDetails.address': () => t.samples.address,
    'storeDetails.phoneNumber': () => storeDetails.phoneNumber,
    'bypass.shop_user_id': () => 'member1',
    'bypass.pt_memcorp_cd': () => 'T0000',
    'bypass.cashReceiptType': () => 'anonymous',
    'bypass.kcpQuick.actionType': () => 'Pay',
    'bypass.kcpQuick.memberID': () => 'member1',
    'bypass.kcpQuick.encryptedCI': () => 'sample',
    'bypass.nice_v2.MallUserID': () => 'member1',
    'cvs.payment_deadline': () => json({ valid_hours: 24 }),
    buyer_first_name_kana: () => 'ギルドン',
    buyer_last_name_kana: () => 'ホン',
  }
  return samples[path]?.() ?? ''
}

const kindOf = (path: string): Field['kind'] => {
  if (/^(digital|popup|naverPopupMode)$/.test(path)) return 'switch'
  if (path === 'amount' || path === 'tax_free') return 'number'
  if (path === 'buyer_tel') return 'tel'
  if (path === 'buyer_email') return 'email'
  if (/^(kcp|kicc)Products$/.test(path)) return 'products'
  if (/^(naverProducts|storeDetails|cvs\.payment_deadline|custom_data|display\.card_quota)$/.test(path))
    return 'json'
  return 'text'
}

const BUYER = ['buyer_name', 'buyer_tel', 'buyer_email']
const MORE = ['tax_free', 'display.card_quota', 'custom_data', 'notice_url', 'm_redirect_url', 'app_scheme']

/** Products are shown for all escrow orders of the two gateways that read them. */
const productsPath = ({ pg, escrow }: Settings): string[] =>
  escrow && (pg === 'kcp' || pg === 'kicc') ? [`${pg}Products`] : []

export interface Fields {
  order: Field[]
  buyer: Field[]
  /** What this gateway asks for, or has beyond the others. */
  gateway: Field[]
  more: Field[]
}

export const fieldsOf = (settings: Settings, order: Order | undefined): Fields => {
  const { pg, method, escrow, device, values } = settings
  const needs = needsOf({
    pg,
    method,
    escrow,
    customer_uid: values['customer_uid'],
    isPhone: device !== 'pc' || isPhone(),
  })
  const field = (path: string): Field => ({
    path,
    kind: kindOf(path),
    sample: sampleOf(path, settings),
  })
  const usual = usualCurrency(settings)
  const currency: Field = {
    path: 'currency',
    kind: 'choice',
    choices: currenciesOf(pg),
    // Left out where it goes without saying.
    sample: usual === 'KRW' && !needs.includes('currency') ? '' : usual,
  }
  const amount: Field = { path: 'amount', kind: 'number', sample: order ? String(order.amount) : '' }
  const own = new Set([...needs, ...productsPath(settings)])
  for (const path of ['name', 'currency', ...BUYER]) own.delete(path)
  if (method === 'phone') own.add('digital')
  if (method === 'vbank') own.add('vbank_due')
  const gateway = [...own].map(field)
  if (hasBilling(pg, method) && !own.has('customer_uid'))
    gateway.push({ ...field('customer_uid'), sample: '' })
  const popup = popupOf(pg)
  if (popup && !own.has(popup)) gateway.push({ ...field(popup), sample: '' })
  const languages = languagesOf(pg)
  if (languages.length) gateway.push({ path: 'language', kind: 'choice', choices: languages, sample: '' })
  const more = MORE.filter(path => !own.has(path)).map(path => ({ ...field(path), sample: '' }))
  return { order: [field('name'), amount, currency], buyer: BUYER.map(field), gateway, more }
}

export const allFields = (fields: Fields): Field[] => Object.values(fields).flat() as Field[]
