/**
 * Stands in for the hosts that a payment script talks to, genuine or fake: the list of channels, the pages in its frames, the
 * service of the new way of `v1`, its drivers, the gateways. A test says what goes wrong, at any time.
 */
import { readFileSync } from 'node:fs'
import type { Page, Request, Route } from '@playwright/test'

export interface Channel {
  pg_provider: string
  pg_id?: string
  type: 'payment' | 'certification'
  channel_key?: string
}

/** How a host answers: as it should, where nothing is said. */
export interface Answer {
  /** In ms. */
  delay?: number
  /** What the answer waits for. */
  until?: Promise<unknown>
  /** `refuse`: no connection; `hang`: none ever ends. */
  comes?: 'refuse' | 'hang'
  status?: number
  body?: unknown
}

/** The channels of a shop that has one of each kind. The first one is the default. */
export const CHANNELS: readonly Channel[] = [
  { pg_provider: 'html5_inicis', pg_id: 'INIpayTest', type: 'payment' },
  { pg_provider: 'kcp', pg_id: 'T0000', type: 'payment' },
]
export const channelOf = (pg_provider: string, more: Partial<Channel> = {}): Channel => ({
  pg_provider,
  pg_id: 'MID',
  type: 'payment',
  ...more,
})

/** Each hangs, is refused or answers by what `Hosts` says under this name. */
type HostName =
  | 'channels'
  | 'frames'
  | 'prepare'
  | 'route'
  | 'status'
  | 'fail'
  | 'driver'
  | 'gateway'
  | 'gatewayScript'

export interface Hosts {
  list: Channel[]
  /** What each does next; one answer for one request, the last one for all that follow. */
  answers: Partial<Record<HostName, Answer | Answer[]>>
  /** The window that the new way opens, where it is not the one of the gateway; `own`: 1.5.0 draws it itself. */
  window?:
    | 'IFRAME'
    | 'POPUP'
    | 'REDIRECTION'
    | 'UI'
    | 'own IFRAME'
    | 'own POPUP'
    | 'own REDIRECTION'
    | 'own UI'
  /** The state that the server finds a payment in whose popup was closed. */
  state: string
  /** What was asked for, but for the shop's own pages. */
  readonly asked: { name: string; url: string; method: string; body: string | null }[]
  /** Where the last payment that left the page is to come back to, as far as a gateway was told. */
  sentTo(): string | undefined
  /** How often one of these was asked. */
  count(name: HostName): number
}

const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
}
const POPUPS = /^(tosspay_v2|hyphen)\b/

const script = (file: string): string => readFileSync(file, 'utf8')
const pageWith = (file: string): string =>
  `<!doctype html><meta charset="utf-8"><title></title><body><script>${script(file)}</script></body>`

const nameOf = (url: URL): string => {
  const { host, pathname } = url
  if (host === 'service.iamport.kr') {
    if (pathname.startsWith('/users/pg/')) return 'channels'
    if (/^\/(payments|certificates)\/ready/.test(pathname)) return 'frames'
  }
  if (host === 'checkout-service.prod.iamport.co') {
    if (pathname.startsWith('/iframe/')) return 'frames'
    if (/prepare\/v1|initialize-/.test(pathname)) return 'prepare'
    if (pathname.includes('route-payment')) return 'route'
    if (/status\/v1/.test(pathname)) return 'status'
    if (/fail\//.test(pathname)) return 'fail'
  }
  if (host === 'cdn.portone.io') return 'driver'
  if (host === 'gateway.test') return pathname.endsWith('.js') ? 'gatewayScript' : 'gateway'
  if (host === 'js.tosspayments.com' || host === 'nsp.pay.naver.com') return 'gatewayScript'
  if (/iamport\.payment-|v1\/iamport\.js/.test(pathname)) return 'sdk'
  if (/jquery/.test(pathname)) return 'jquery'
  return 'other'
}

/** What the service of the new way says to a request. */
const prepared = (hosts: Hosts, request: Request, pathname: string): object => {
  const { data } = request.postDataJSON() as { data: Record<string, string> }
  const isPhone = /Mobile|Android|iPhone/.test(request.headers()['user-agent'] ?? '')
  const usual = isPhone ? 'REDIRECTION' : POPUPS.test(data['pg']!) ? 'POPUP' : 'IFRAME'
  const [, own, windowType = usual] = /^(own )?(.*)/.exec(hosts.window ?? usual)!
  const kind = /issue-billing-key-and-pay/.test(pathname)
    ? 'ISSUE_BILLING_KEY_AND_PAY'
    : /issue/.test(pathname)
      ? 'ISSUE_BILLING_KEY'
      : 'PAYMENT'
  const gateway = data['pg']!.split('.')[0]!.toUpperCase()
  return {
    txId: `imp_${data['merchant_uid']}`,
    paymentId: data['merchant_uid'],
    pgProvider: `PG_PROVIDER_${gateway}`,
    transactionType: kind,
    windowType,
    windowSize: { width: 650, height: 650 },
    redirectUrl: data['m_redirect_url'],
    pgRawResponse: {
      formAttribute: { action: 'https://gateway.test/pay', method: 'post' },
      formData: { paymentId: data['merchant_uid'] },
    },
    ...(!own && { pgInitializePaymentResponse: {} }),
  }
}

/** The landing address in what was posted: in a form, or in what the service of the new way gets. */
const sentToIn = (body: string | null): string | undefined => {
  if (!body) return undefined
  try {
    return (JSON.parse(body) as { data?: { m_redirect_url?: string } }).data?.m_redirect_url
  } catch {
    return new URLSearchParams(body).get('m_redirect_url') ?? undefined
  }
}

/** Which script the CDN has. Only a genuine one, in a harness of its own, is none of these. */
export type SdkName = '1.1.5' | '1.2.0' | 'v1 1.5.0' | 'v1 1.19.0' | 'v1 1.28.12'

export const sdkText = (sdk: SdkName): string => {
  const [, isV1, release] = /^(v1 )?(.*)/.exec(sdk)!
  const text = script(`.tmp/pages/${isV1 ? 'v1' : 'legacy'}-sdk.js`)
  return `window.sdkFakeRelease = ${JSON.stringify(release)};${text}`
}

/**
 * Answers for all hosts but the shop's own, on this page and those that it opens.
 *
 * @param scriptOf what the CDN has at an address
 */
export const standInForHosts = async (page: Page, scriptOf: (address: string) => string): Promise<Hosts> => {
  const hosts: Hosts = {
    list: [...CHANNELS],
    answers: {},
    state: 'STATUS_PREPARED',
    asked: [],
    sentTo: () =>
      hosts.asked
        .map(({ body }) => sentToIn(body))
        .filter(it => it)
        .pop(),
    count: name => hosts.asked.filter(it => it.name === name).length,
  }

  const usual = (name: string, request: Request): { body: string; contentType: string } | undefined => {
    const url = new URL(request.url())
    const json = (value: unknown) => ({ body: JSON.stringify(value), contentType: 'application/json' })
    const code = (text: string) => ({ body: text, contentType: 'text/javascript; charset=utf-8' })
    const html = (text: string) => ({ body: text, contentType: 'text/html; charset=utf-8' })
    switch (name) {
      case 'sdk':
        return code(scriptOf(request.url()))
      case 'jquery':
        return code(script('node_modules/jquery/dist/jquery.min.js'))
      case 'channels':
        return json({ code: 0, data: hosts.list.map(it => ({ store_id: 'store-1', sandbox: true, ...it })) })
      case 'frames':
        return html(
          pageWith(`.tmp/pages/${url.host.startsWith('service') ? 'service-frame' : 'checkout-frame'}.js`),
        )
      case 'prepare':
        return json(prepared(hosts, request, url.pathname))
      case 'route':
        return json({ channelKey: hosts.list.find(it => it.channel_key)?.channel_key })
      case 'status':
        return json({ status: hosts.state })
      case 'fail':
        return json({ redirectUrl: '/landed' })
      case 'driver':
        return code(script('.tmp/pages/driver.js'))
      case 'gatewayScript':
        return code(script('e2e/pages/gateway-script.js'))
      case 'gateway':
        return html(script('e2e/pages/gateway.html'))
      default:
        return undefined
    }
  }

  await page.context().route(/^https:/, async (route: Route) => {
    const request = route.request()
    const url = new URL(request.url())
    const name = nameOf(url)
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: HEADERS })
    hosts.asked.push({ name, url: request.url(), method: request.method(), body: request.postData() })

    const given = hosts.answers[name as HostName]
    const answer = Array.isArray(given)
      ? given.length > 1
        ? given.shift()!
        : (given[0] ?? {})
      : (given ?? {})
    if (answer.delay) await new Promise(resolve => setTimeout(resolve, answer.delay))
    await answer.until
    if (answer.comes === 'hang') return undefined
    const regular = usual(name, request)
    if (answer.comes === 'refuse' || !regular) return route.abort()
    const body =
      answer.body === undefined
        ? regular.body
        : typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body)
    // The list comes as a call where jQuery's way to ask is used.
    const isCall = url.searchParams.has('callback')
    return route
      .fulfill({
        status: answer.status ?? 200,
        body: isCall ? `${url.searchParams.get('callback')}(${body})` : body,
        contentType: isCall ? 'text/javascript; charset=utf-8' : regular.contentType,
        headers: HEADERS,
      })
      .catch(() => {})
  })
  return hosts
}
