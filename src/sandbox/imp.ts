import type { Iamport, SdkCallback } from '../public-options.ts'
import { makeFlow } from './flow.ts'
import type { Ledger } from './ledger.ts'
import type { SandboxOptions } from './options.ts'
import type { Order } from './order.ts'
import { makeStage } from './stage.ts'
import { alerts } from './texts.ts'

/** Milliseconds until the channel list is there. */
const CHANNELS = 20
const SLOW_CHANNELS = 1500

/** As the script's jQuery does it: never at once, even where the document is ready. */
const whenReady = (act: () => void): void => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act, { once: true })
  else setTimeout(act)
}

/** @param settings are read anew for every request, so that they can change. */
export const makeImp = (settings: SandboxOptions, ledger: Ledger) => {
  const stage = makeStage()
  let merchant: { tierCode: string | undefined } | undefined
  let isRemoved = false
  let hasChannels = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The one request that waits for the channels. */
  let reserved: (() => void) | undefined
  /** How to refuse the requests that nothing was done with yet. */
  const waiting = new Set<() => void>()

  const load = (): void => {
    hasChannels = false
    clearTimeout(timer)
    if (settings.misbehave === 'no-channels') return
    timer = setTimeout(
      () => {
        hasChannels = true
        const start = reserved
        reserved = undefined
        start?.()
      },
      settings.misbehave === 'slow-channels' ? SLOW_CHANNELS : CHANNELS,
    )
  }

  const flow = makeFlow(settings, ledger, stage, load)

  const begin = (tierCode?: string): void => {
    merchant = { tierCode }
    whenReady(() => {
      if (isRemoved) return
      flow.drop()
      stage.build()
      load()
    })
  }

  const run = (kind: Order['kind'], params: Record<string, unknown>, callback?: SdkCallback): void => {
    try {
      const now = Date.now()
      params.merchant_uid ||= `nobody_${now}`
      if (kind === 'payment') params.pay_method ||= 'card'
      params.request_id = `req_${now}`
      params.tier_code = merchant?.tierCode
      if (settings.misbehave === 'throw') throw new Error(settings.misbehave)
      flow.start(kind, params, callback)
    } catch (error) {
      console.error(error)
      window.alert(alerts.broken)
      stage.hide()
      load()
    }
  }

  /** False for a missing object; all else happens later. */
  const request = (kind: Order['kind'], params: Record<string, unknown>, callback?: SdkCallback) => {
    if (params === undefined) {
      window.alert(alerts.noParams)
      return false
    }
    const refuse = (): void => flow.refuse(params, callback)
    waiting.add(refuse)
    whenReady(() => {
      const start = (): void => {
        waiting.delete(refuse)
        run(kind, params, callback)
      }
      if (isRemoved) return
      if (!merchant) {
        waiting.delete(refuse)
        window.alert(alerts.noMerchant)
      } else if (hasChannels) start()
      else reserved = start
    })
  }

  const pay = (params: Record<string, unknown>, callback?: SdkCallback) =>
    request('payment', params, callback)

  const IMP: Omit<Required<Iamport>, 'slots' | 'deinit'> = {
    init: () => begin(),
    agency: (_, tierCode) => begin(tierCode),
    request_pay: pay,
    certification: (params: Record<string, unknown>, callback) => request('certification', params, callback),
    payport: pay,
    loadUI: (_, params: Record<string, unknown>, callback) => pay(params, callback),
    close: () => {
      flow.drop()
      stage.hide()
      // As the genuine script, it forgets what is open and not what waits: that opens late.
      if (merchant) load()
    },
    communicate: () => undefined,
    naver_zzim: () => undefined,
    updateLoadUIRequest: () => undefined,
    loadModule: () => Promise.resolve({}),
  }

  return {
    IMP,
    /** For changed settings: what waits for channels may now get them, and the other way round. */
    reload: () => {
      if (merchant) load()
    },
    /** Ends what is under way: a payment that one test leaves open would keep the page busy for those after it. */
    remove: () => {
      isRemoved = true
      clearTimeout(timer)
      stage.remove()
      flow.end()
      // Without channels they were to hear nothing.
      if (settings.misbehave !== 'no-channels') for (const refuse of waiting) refuse()
      waiting.clear()
    },
  }
}
