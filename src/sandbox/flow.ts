import type { SdkCallback } from '../public-options.ts'
import { isPhone } from '../util/device.ts'
import { type Channel, channelOf } from './channel.ts'
import { makeGatewayPage } from './gateway-page.ts'
import type { Ledger, SandboxPayment } from './ledger.ts'
import { navigate } from './navigate.ts'
import type { SandboxOptions, SandboxOutcome } from './options.ts'
import {
  bareOf,
  failureOf,
  isOutcome,
  isResult,
  newImpUid,
  type Order,
  paymentOf,
  type Result,
  responseOf,
  type SandboxResponse,
} from './order.ts'
import type { PanelParts } from './panel.ts'
import { openWindow, popupHost } from './payment-window.ts'
import { landingUrl, returnUrl } from './return-address.ts'
import type { Stage } from './stage.ts'
import { failures, popupBlocked, windowLanguage, windowTexts } from './texts.ts'

/** Milliseconds from the closed window to the result that comes after all. */
const LATE = 3000
/** Milliseconds from the closed window to the leaving of the page. */
const SLOW_REDIRECT = 1500
/** How often to look whether the buyer closed the popup, in ms. */
const LOOK = 200

const POPUP = 'width=460,height=720,resizable=yes,scrollbars=yes'

/** What happens to requests once the channels are there. */
export interface Flow {
  /** Works on one request. May throw, as the script may. */
  start(kind: Order['kind'], params: Record<string, unknown>, callback: SdkCallback | undefined): void
  /** Gives up all requests under way: their callbacks never come. */
  drop(): void
  /** Ends those under way that have no end yet, because the sandbox goes. */
  end(): void
  /** Ends a request that was never started here, as `end` does. */
  refuse(params: Record<string, unknown>, callback: SdkCallback | undefined): void
}

/** @param reload builds the channels anew, as after every payment. */
export const makeFlow = (
  settings: SandboxOptions,
  ledger: Ledger,
  stage: Stage,
  reload: () => void,
): Flow => {
  const open = new Set<Order>()

  /** Later, unless the order was given up meanwhile. */
  const after = (order: Order, ms: number, act: () => void): void => {
    setTimeout(() => open.has(order) && act(), ms)
  }

  const close = (order: Order): void => {
    order.popup?.close()
    stage.hide()
    reload()
  }

  const shaped = (response: SandboxResponse, channel: Channel | undefined): SandboxResponse =>
    settings.misbehave === 'bare' || channel?.isNewWay ? bareOf(response) : response

  const callBack = (
    { callback, channel }: Pick<Order, 'callback'> & Partial<Order>,
    response: SandboxResponse,
  ): void => {
    try {
      callback?.(shaped(response, channel))
    } catch (error) {
      // The genuine script swallows what a shop's callback throws.
      console.log(error)
    }
  }

  const finish = (order: Order, response: SandboxResponse): void => {
    if (!open.delete(order)) return
    callBack(order, response)
    close(order)
  }

  /** A failure before the gateway is reached: it comes to the callback even where the page would have been left. */
  const refuse = (order: Order, response: SandboxResponse): void => {
    const url = returnUrl(order.request.m_redirect_url)
    if (!order.callback && url) navigate(landingUrl(url, response, flagOf(order), true))
    else finish(order, response)
  }

  const record = async (order: Order, result: Result): Promise<SandboxResponse> => {
    const payment = paymentOf(order, result)
    if (order.kind === 'payment') await ledger.add(payment, settings.ledgerUrl)
    return responseOf(order, result, payment, settings.misbehave)
  }

  const settle = (order: Order, outcome: SandboxOutcome): void => {
    if (outcome === 'hang' || order.isDecided || !open.has(order)) return
    order.isDecided = true
    if (settings.misbehave === 'late') {
      close(order)
      const result = outcome === 'close' ? 'approve' : outcome
      after(order, LATE, async () => {
        const response = await record(order, result)
        if (open.delete(order)) callBack(order, response)
      })
    } else if (outcome === 'close') {
      open.delete(order)
      close(order)
    } else {
      void record(order, outcome).then(response => finish(order, response))
    }
  }

  const partsOf = (canChoose: boolean): PanelParts => {
    const lang = windowLanguage(settings.locale)
    const texts = windowTexts[lang]
    return { lang, texts, canChoose, note: canChoose ? '' : texts.working }
  }

  const leave = async (order: Order, chosen: SandboxOutcome | undefined): Promise<void> => {
    const { misbehave, ledgerUrl } = settings
    const isNaverOrder = order.channel.provider === 'naverco'
    const back = isNaverOrder ? undefined : returnUrl(order.request.m_redirect_url)
    const payments = {} as Record<Result, SandboxPayment>
    const links: Partial<Record<SandboxOutcome, string>> = {}
    for (const result of ['approve', 'decline', 'cancel'] as const) {
      const payment = paymentOf(order, result)
      payments[result] = payment
      if (!back) continue
      links[result] = landingUrl(
        back,
        shaped(responseOf(order, result, payment, misbehave), order.channel),
        flagOf(order),
      )
    }
    const given = isResult(chosen) ? chosen : undefined
    if (given) await ledger.add(payments[given], ledgerUrl)
    if (!open.has(order)) return

    const page = (): string => {
      const { lang, texts } = partsOf(true)
      const note = isNaverOrder ? texts.naverOrder : back ? texts.useBack : texts.nowhere
      const linkOf = (choice: SandboxOutcome) => links[choice]
      const parts = { lang, texts, note, canChoose: !given, linkOf }
      return makeGatewayPage(order, parts, given ? {} : payments, ledgerUrl)
    }
    const target = (given && links[given]) ?? page()
    if (isNaverOrder || misbehave === 'slow-redirect') close(order)
    if (misbehave === 'slow-redirect') after(order, SLOW_REDIRECT, () => navigate(target))
    else navigate(target)
  }

  const makeOrder = (kind: Order['kind'], params: Record<string, unknown>, callback?: SdkCallback): Order => {
    // The script sends a request to its frame as JSON: what is written into the object afterwards doesn't count.
    const request = JSON.parse(JSON.stringify(params))
    const channel = channelOf(request, isPhone())
    if (kind === 'certification') channel.leavesPage = channel.opensPopup = false
    else if (settings.misbehave === 'popup-blocked' && !isPhone()) channel.opensPopup = true
    return {
      kind,
      request,
      callback,
      channel,
      isPhone: isPhone(),
      imp_uid: newImpUid(),
      merchant_uid: request.merchant_uid,
      amount: settings.tamper?.(request) ?? Number(request.amount ?? 0),
      currency: String(request.currency ?? channel.currency),
    }
  }

  /** Opens the popup; what becomes of the request in it, the buyer may also decide by closing it. */
  const openPopup = (order: Order): Window | null => {
    const popup = window.open('about:blank', `imp_${order.channel.provider}`, POPUP)
    if (!popup) {
      window.alert(popupBlocked())
      return null
    }
    order.popup = popup
    const timer = setInterval(() => {
      if (open.has(order) && !popup.closed) return
      clearInterval(timer)
      settle(order, 'cancel')
    }, LOOK)
    return popup
  }

  const drop = (): void => {
    for (const order of open) order.popup?.close()
    open.clear()
  }

  return {
    start: (kind, params, callback) => {
      const order = makeOrder(kind, params, callback)
      const { merchant_uid, channel, request } = order
      const { outcome, delay = 0, misbehave } = settings
      const asked = typeof outcome === 'function' ? outcome(request) : outcome
      const chosen = isOutcome(asked) ? asked : undefined
      const isNaverOrder = channel.provider === 'naverco'
      open.add(order)
      if (misbehave === 'wrong-channel') {
        const [error_coe, error_msg] = failures.wrongChannel
        return refuse(order, { imp_success: false, imp_uid: null, merchant_uid, error_coe, error_msg })
      }
      const isBlocked = channel.opensPopup && !openPopup(order)
      const shown = channel.isNewWay ? stage.showOwn() : stage.show(channel.provider, order.isPhone)
      // The script doesn't mind the refusal: the dialog stays, waiting for a popup that never reports.
      if (isBlocked) {
        order.isDecided = true
        return
      }
      const isSame = (paid: SandboxPayment) => paid.merchant_uid === merchant_uid && paid.status === 'paid'
      const isPaid = ledger.payments().some(isSame)
      if (isPaid && kind === 'payment') {
        return after(order, delay, () => refuse(order, failureOf(order, null, failures.duplicate)))
      }
      if (channel.leavesPage && !order.popup) return after(order, delay, () => void leave(order, chosen))
      if (isNaverOrder) {
        order.callback = undefined
        stage.hide()
      }
      const parts = partsOf(!chosen)
      const host = order.popup && popupHost(order.popup, parts)
      stage.onHide(openWindow(host ?? shown, order, parts, made => settle(order, made)))
      if (chosen) after(order, delay, () => settle(order, chosen))
    },
    drop,
    end: () => {
      const ended = [...open].filter(order => !order.isDecided)
      drop()
      for (const order of ended) callBack(order, failureOf(order, null, failures.removed))
    },
    refuse: (params, callback) => {
      const merchant_uid = params.merchant_uid as string
      callBack({ callback }, failureOf({ merchant_uid }, null, failures.removed))
    },
  }
}

/** The key of the landing URL that says true or false. */
const flagOf = ({ channel }: Order): string =>
  channel.provider === 'kcp_quick' ? 'imp_status' : 'imp_success'
