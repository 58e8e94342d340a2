/** The options of PortOne's double: those given once, and those that can be changed at any time. */
import {
  aBoolean,
  aCount,
  aFunction,
  anAmount,
  anObject,
  anUrl,
  aText,
  type Check,
  checkShape,
  either,
  listOf,
  oneOf,
  orNull,
  type Shape,
} from './check-shape.ts'
import type { SandboxApiEvent } from './events.ts'
import type { ApiChannel } from './payment.ts'

const troubleAnswers = [
  'ok',
  'unauthorized',
  'too-many-requests',
  'server-error',
  'failure-code',
  'html',
  'foreign-404',
  'cut-off',
  'network',
  'hang',
] as const

/**
 * How a request is answered when something goes wrong.
 *
 * - `ok`: as it should; for taking turns with the others
 * - `unauthorized`: 401 in PortOne's envelope, as when a token has just expired. Not for the request of a
 *   token
 * - `too-many-requests`: 429 without PortOne's envelope (what PortOne says when it is busy is documented
 *   nowhere)
 * - `server-error`: 500 in PortOne's envelope
 * - `failure-code`: HTTP 200 whose `code` is not 0
 * - `html`: 502 with the page of a proxy
 * - `foreign-404`: 404 with the page of a proxy: it says nothing of a payment
 * - `cut-off`: 200 whose JSON ends in the middle
 * - `network`: no answer, `fetch` rejects with a TypeError
 * - `hang`: no answer ever, until the caller gives up
 */
export type TroubleAnswer = (typeof troubleAnswers)[number]

/** A disturbance: how requests are answered wrongly, which of them, and how many. */
export interface Trouble {
  /**
   * The answer; several of them take turns, request by request. Default: `ok`, which is of use with `delay`.
   */
  answers?: TroubleAnswer | readonly TroubleAnswer[] | undefined
  /** Only requests whose path begins so, or matches. Default: all of the API. */
  path?: string | RegExp | undefined
  /** Only requests with this method. Default: all. */
  method?: string | undefined
  /** How many requests it befalls; afterwards all is well. Default: until it is configured otherwise. */
  times?: number | undefined
  /**
   * Milliseconds until the answer. Several take turns: with `[40, 20, 0]` of three requests at once the last
   * one is answered first. The answer says what was true when it was asked. Default: 0.
   */
  delay?: number | readonly number[] | undefined
  /** Whether the request has its effect, and only the answer is lost. Default: false. */
  carriedOut?: boolean | undefined
}

/** How PortOne tells the shop's server of payments. */
export interface WebhookSettings {
  /** The address in the console. Default: none, and no webhooks but to the `notice_url` of a payment. */
  url?: string | URL | undefined
  /** The address for payments of test channels. Default: `url`. */
  testUrl?: string | URL | undefined
  /** How the body is written: `application/json`, or `application/x-www-form-urlencoded`. Default: `json`. */
  type?: 'json' | 'form' | undefined
  /** The function that sends webhooks. Default: the global `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /**
   * How often PortOne tries again, a minute apart, where the network fails or the shop answers 5xx: 0 to 5.
   * PortOne does so only for shops that have asked its support. Default: 0.
   */
  retries?: number | undefined
  /**
   * Milliseconds between the event and its webhook. Several take turns, so that webhooks overtake each other.
   * Default: 0.
   */
  delay?: number | readonly number[] | undefined
  /** How many of the next webhooks never arrive; `true`: all. Default: 0. */
  lose?: number | boolean | undefined
  /** How often each one is sent. Default: 1. */
  copies?: number | undefined
  /** Whether webhooks wait until `webhooks.release()`. Default: false. */
  hold?: boolean | undefined
}

/** The options that `configure` can change at any time. */
export interface SandboxApiSettings {
  webhooks?: WebhookSettings | undefined
  /** Disturbances of the API. Of several the first one that matches a request befalls it. Default: none. */
  trouble?: TroubleAnswer | Trouble | readonly Trouble[] | undefined
  /**
   * How many ms the lists are behind: find, findAll, several payments and the lists by status show what was
   * so that long ago, while `GET /payments/{imp_uid}` knows at once. Default: 0.
   */
  listLag?: number | undefined
  /**
   * The HTTP status of page 1 of a list by status with nothing in it: 200 with an empty list, or 400 as for
   * pages past the end. No document says which. Default: 200.
   */
  emptyList?: 200 | 400 | undefined
  /**
   * How `POST /payments/cancel` ends. `pending`: it is answered at once with the payment as it was, and done
   * by `completeCancel`, as PayPal's may be. `refused`: the gateway refuses, as for want of settlement money.
   * Default: `done`.
   */
  cancels?: 'done' | 'pending' | 'refused' | undefined
  /** Whether every card that the API charges is declined: true, or the reason. Default: false. */
  declineCards?: boolean | string | undefined
  /** Whether payments that don't say so themselves are of a test channel. Default: false. */
  testChannel?: boolean | undefined
}

/** All options of `createSandboxApi`: the settings, and those that are given once. */
export interface SandboxApiOptions extends SandboxApiSettings {
  /** The only `imp_key` that is right. Default: any that is not empty. */
  key?: string | undefined
  /** The only `imp_secret` that is right. Default: any that is not empty. */
  secret?: string | undefined
  /** The address that `fetch` answers for. Default: `https://api.iamport.kr`. */
  origin?: string | undefined
  /** PortOne's clock in ms since 1970, for tests whose times must not change. Default: `Date.now`. */
  now?: (() => number) | undefined
  /**
   * Where the digits of numbers and tokens come from: 0 to 1. With a constant they are counted. Default:
   * `Math.random`.
   */
  random?: (() => number) | undefined
  /**
   * The channels of `GET /users/pg`. With them, a `channel_key` that isn't among them is refused. Default:
   * one of KG Inicis.
   */
  channels?: readonly ApiChannel[] | undefined
  /** Hears of every request, change of a payment and webhook; for logs. */
  onEvent?: ((event: SandboxApiEvent) => void) | undefined
}

const aTroubleAnswer = oneOf(...troubleAnswers)
const aPattern: Check = value => (value instanceof RegExp ? undefined : 'a RegExp')

const troubleShape: Shape<Trouble> = {
  answers: either(aTroubleAnswer, listOf(aTroubleAnswer)),
  path: either(aText, aPattern),
  method: aText,
  times: aCount,
  delay: either(anAmount, listOf(anAmount)),
  carriedOut: aBoolean,
}

const webhookShape: Shape<WebhookSettings> = {
  url: anUrl,
  testUrl: anUrl,
  type: oneOf('json', 'form'),
  fetch: aFunction,
  retries: oneOf(0, 1, 2, 3, 4, 5),
  delay: either(anAmount, listOf(anAmount)),
  lose: either(aBoolean, aCount),
  copies: aCount,
  hold: aBoolean,
}

const settingsShape: Shape<SandboxApiSettings> = {
  webhooks: anObject,
  trouble: either(aTroubleAnswer, anObject, listOf(anObject)),
  listLag: anAmount,
  emptyList: oneOf(200, 400),
  cancels: oneOf('done', 'pending', 'refused'),
  declineCards: either(aBoolean, aText),
  testChannel: aBoolean,
}

const optionsShape: Shape<SandboxApiOptions> = {
  ...settingsShape,
  key: aText,
  secret: aText,
  origin: anUrl,
  now: aFunction,
  random: aFunction,
  channels: listOf(anObject),
  onEvent: aFunction,
}

const channelShape: Shape<ApiChannel> = {
  pg_provider: aText,
  pg_id: aText,
  sandbox: aBoolean,
  type: oneOf('payment', 'api_payment', 'certification'),
  channel_name: orNull(aText),
  channel_key: orNull(aText),
}

/** Each trouble as an object, however it was written. */
export const troublesOf = (trouble: SandboxApiSettings['trouble']): readonly Trouble[] => {
  if (trouble === undefined) return []
  if (typeof trouble === 'string') return [{ answers: trouble }]
  return Array.isArray(trouble) ? trouble : [trouble as Trouble]
}

const checkParts = (where: string, { webhooks, trouble }: SandboxApiSettings): void => {
  if (webhooks) checkShape(`${where}, webhooks`, webhooks, webhookShape)
  for (const one of troublesOf(trouble)) checkShape(`${where}, trouble`, one, troubleShape)
}

export const checkSettings = (where: string, settings: SandboxApiSettings): void => {
  checkShape(where, settings, settingsShape)
  checkParts(where, settings)
}

export const checkOptions = (where: string, options: SandboxApiOptions): void => {
  checkShape(where, options, optionsShape)
  checkParts(where, options)
  for (const channel of options.channels ?? []) checkShape(`${where}, channels`, channel, channelShape)
}
