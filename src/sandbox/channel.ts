import { codeOf, rowOf } from '../gateways/lookup.ts'
import { leavesPage } from '../redirect/leaves-page.ts'
import type { SandboxRequest } from './options.ts'

/** The channel that takes every request whose `pg` is missing or unknown. */
const DEFAULT = 'html5_inicis'

/** Gateways whose window is a popup on a PC. */
const POPUP_ON_PC = /^(payco|settle|settle_acc|tosspay|tosstest|smartro|kcp_quick|daou)$/

/** Gateways that open a popup, on phones too, where a parameter has this value. */
const POPUP_BY_PARAMETER: Record<string, readonly [parameter: string, value: boolean]> = {
  paypal: ['popup', true],
  chai: ['popup', true],
  naverco: ['popup', true],
  naverpay: ['naverPopupMode', true],
}

/** How a channel shows itself to the buyer. */
export interface Channel {
  /** The gateway's code. */
  provider: string
  /** Whether nothing asked for this channel, or something that isn't there. */
  isDefault: boolean
  opensPopup: boolean
  leavesPage: boolean
  /** Whether `v1` goes its new way: a window of its own beside the dialog, and only the two numbers in the response. */
  isNewWay: boolean
  /** The currency of a request that names none. */
  currency: string
}

/** Gateways that some release of `v1` was seen to send the new way. A billing key of tosspayments goes the old way. */
const goesNewWay = (provider: string, request: SandboxRequest): boolean =>
  !!rowOf(provider)?.release && !(provider === 'tosspayments' && request.customer_uid)

export const channelOf = (request: SandboxRequest, isPhone: boolean): Channel => {
  const asked = codeOf(String(request.pg ?? ''))
  const isDefault = !rowOf(asked)
  const provider = isDefault ? DEFAULT : asked
  const rule = POPUP_BY_PARAMETER[provider]
  return {
    provider,
    isDefault,
    opensPopup:
      provider === 'eximbay'
        ? request.popup !== false
        : rule
          ? request[rule[0]] === rule[1]
          : !isPhone && POPUP_ON_PC.test(provider),
    leavesPage: leavesPage(provider, request, isPhone),
    isNewWay: goesNewWay(provider, request),
    currency: rowOf(provider)?.defaultCurrency ?? 'KRW',
  }
}
