import type { SandboxOutcome } from './options.ts'
import type { Order } from './order.ts'
import type { WindowTexts } from './texts.ts'

/** The outcomes a person can choose, in the order of their buttons. */
export const choices = ['approve', 'decline', 'cancel', 'close'] as const satisfies SandboxOutcome[]

/** What only a style sheet can say; the window works without it. */
export const panelRules = `
.imp-sandbox [data-outcome]:hover{filter:brightness(.94)}
.imp-sandbox [data-outcome]:focus-visible{outline:3px solid #d97706!important;outline-offset:2px}
.imp-sandbox [data-outcome]:disabled{opacity:.55}`

/** Every pair of ink and ground has a contrast of 4.5 : 1 or more. */
const light = {
  ground: '#ffffff',
  ink: '#0f172a',
  soft: '#475569',
  line: '#e2e8f0',
  field: '#f1f5f9',
  accent: '#1d4ed8',
  warnGround: '#fef3c7',
  warnInk: '#78350f',
}
const dark: typeof light = {
  ground: '#111827',
  ink: '#f8fafc',
  soft: '#a3b0c2',
  line: '#334155',
  field: '#1f2937',
  accent: '#2563eb',
  warnGround: '#451a03',
  warnInk: '#fde68a',
}

/** With the browser's preference, as far as it has one. */
export const palette = (): typeof light =>
  window.matchMedia?.('(prefers-color-scheme: dark)').matches ? dark : light

const FONT =
  "system-ui,-apple-system,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif"

const formatAmount = (amount: number, currency: string, lang: string): string => {
  try {
    // As Korean shops write it.
    if (currency === 'KRW' && lang === 'ko') return `${amount.toLocaleString('ko')}원`
    return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(amount)
  } catch {
    // Not a currency; the genuine script lets it through to the gateway as well.
    return `${amount} ${currency}`
  }
}

export interface PanelParts {
  texts: WindowTexts
  lang: 'ko' | 'en'
  /** Whether there is something to choose; else the outcome is given. */
  canChoose: boolean
  /** What to say below the buttons. */
  note: string
  /** Where a choice leads, on a page; a choice that leads nowhere is a button. */
  linkOf?: (choice: SandboxOutcome) => string | undefined
}

/**
 * What a person sees of an order: a card with its facts and its four choices. Styled by the elements' own styles,
 * which a CSP lets pass and a page's style sheet doesn't reach.
 */
export const makePanel = (doc: Document, order: Order, parts: PanelParts): HTMLElement => {
  const { texts, lang, canChoose, linkOf, note } = parts
  const { request, channel } = order
  const { ground, ink, soft, line, field, accent, warnGround, warnInk } = palette()

  const make = (tag: string, css: string, ...children: (Node | string)[]): HTMLElement => {
    const element = doc.createElement(tag)
    element.style.cssText = css
    element.append(...children)
    return element
  }
  /** @param font weight, size and line height. */
  const say = (tag: string, text: string, font: string, color: string, css: string): HTMLElement =>
    make(
      tag,
      `margin:0;font:${font} ${FONT};color:${color};overflow-wrap:anywhere;word-break:keep-all;${css}`,
      text,
    )

  const isIdentity = order.kind === 'certification'
  const heading = isIdentity ? texts.identityTitle : texts.title
  const title = say(linkOf ? 'h1' : 'h2', heading, '700 15px/1.4', ink, '')
  title.id = 'imp-sandbox-title'
  const warn = `background:${warnGround};border-radius:10px`
  const badge = say(
    'span',
    'SANDBOX',
    '700 11px/1.4',
    warnInk,
    `${warn};flex:none;padding:3px 8px;letter-spacing:.06em`,
  )
  const notice = say(
    'p',
    texts.notice,
    '500 13px/1.5',
    warnInk,
    `${warn};margin:16px 0 20px;padding:10px 12px`,
  )
  notice.id = 'imp-sandbox-notice'

  const method = String(request.pay_method)
  const methodName = texts.methods[method as keyof typeof texts.methods]
  const facts = [
    [texts.gateway, channel.provider + (channel.isDefault ? ` (${texts.defaultGateway})` : '')],
    [texts.payMethod, methodName ? `${methodName} (${method})` : method],
    [texts.order, order.merchant_uid],
    [texts.escrow, request.escrow === true ? texts.yes : texts.no],
  ] as const
  const list = make(
    'dl',
    `display:grid;grid-template-columns:auto 1fr;gap:8px 16px;margin:16px 0 0;padding:16px 0 0;border-top:1px solid ${line}`,
    ...facts.flatMap(([term, value]) => [
      say('dt', term, '400 14px/1.5', soft, ''),
      say('dd', value, '400 14px/1.5', ink, 'text-align:right'),
    ]),
  )
  const amount = formatAmount(order.amount, order.currency, lang)
  const money = [
    say('p', String(request.name ?? texts.noName), '400 15px/1.5', soft, ''),
    say('p', amount, '700 clamp(22px,8vw,30px)/1.4', ink, 'letter-spacing:-.01em'),
    list,
  ]

  const button = (choice: (typeof choices)[number]): HTMLElement => {
    const link = linkOf?.(choice)
    const look = {
      approve: `grid-column:span 2;padding:14px 12px;border:1px solid ${accent};background:${accent}`,
      decline: `padding:14px 12px;border:1px solid ${line};background:${field}`,
      cancel: `padding:14px 12px;border:1px solid ${line};background:${field}`,
      close: 'grid-column:span 2;padding:10px 12px;border:0;background:none',
    }[choice]
    const color = { approve: '#ffffff', decline: ink, cancel: ink, close: soft }[choice]
    const shape =
      'display:block;box-sizing:border-box;width:100%;border-radius:12px;letter-spacing:normal;text-align:center;text-decoration:none;text-transform:none;cursor:pointer'
    const element = say(
      link ? 'a' : 'button',
      choice === 'close' && linkOf ? texts.goBack : texts.choices[choice],
      '600 15px/1.3',
      color,
      `${shape};${look}`,
    )
    element.dataset.outcome = choice
    element.setAttribute(link ? 'href' : 'type', link ?? 'button')
    return element
  }
  const buttons = canChoose ? choices.map(button) : []
  const status = say('p', note, '400 13px/1.5', soft, `${note && 'margin-top:12px;'}text-align:center`)
  // Not the role `status`: a shop's test that looks for its own page's would find two.
  status.setAttribute('aria-live', 'polite')

  const panel = make(
    'div',
    `box-sizing:border-box;width:100%;max-width:400px;margin:auto;padding:20px;border:1px solid ${line};border-radius:20px;background:${ground};text-align:left;box-shadow:0 20px 50px rgba(2,6,23,.35);outline:none`,
    make('div', 'display:flex;align-items:center;justify-content:space-between;gap:12px', title, badge),
    notice,
    ...(isIdentity ? [] : money),
    make('div', 'display:grid;grid-template-columns:1fr 1fr;gap:8px;margin:20px 0 0', ...buttons),
    status,
  )
  panel.className = 'imp-sandbox'
  panel.lang = lang
  return panel
}
