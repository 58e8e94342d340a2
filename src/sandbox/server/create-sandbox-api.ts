import { type Answer, failure, toResponse } from './answers.ts'
import { type ApiRequest, isAnswer, readRequest } from './api-request.ts'
import { checkShape, oneOf } from './check-shape.ts'
import { type Clock, makeClock } from './clock.ts'
import { answerConsole, isForConsole } from './console.ts'
import type { ReceivedRequest, SandboxApiEvent } from './events.ts'
import { makeIdentifiers } from './identifiers.ts'
import { makeControls } from './make-controls.ts'
import { answerOf, makePaymentBook } from './payment-book.ts'
import type { Platform } from './platform.ts'
import { answerRequest } from './routes.ts'
import type { SandboxApi, SandboxApiClock, SandboxApiWebhooks } from './sandbox-api.ts'
import { checkOptions, checkSettings, type SandboxApiOptions, type SandboxApiSettings } from './settings.ts'
import { complaints, messages } from './texts.ts'
import { makeTokenOffice } from './tokens.ts'
import { makeTroubles, troubledResponse, wait } from './troubles.ts'
import { makeWebhooks, type Webhooks } from './webhooks.ts'

/** Where the genuine API is. */
const ORIGIN = 'https://api.iamport.kr'

const makePlatform = (options: SandboxApiOptions, settings: SandboxApiSettings): Platform => {
  const tell = (event: SandboxApiEvent): void => {
    try {
      options.onEvent?.(event)
    } catch (error) {
      // A listener's mistake is no mistake of a payment's.
      console.error(error)
    }
  }
  const clock = makeClock(options.now ?? Date.now)
  const ids = makeIdentifiers(options.random ?? Math.random)
  return {
    options,
    settings,
    clock,
    ids,
    channels: options.channels,
    tokens: makeTokenOffice(clock, ids),
    payments: makePaymentBook(clock, tell),
    webhooks: makeWebhooks(clock, () => settings, tell),
    prepared: new Map(),
    customers: new Map(),
    schedules: new Map(),
    certifications: new Map(),
    deliveries: new Map(),
    receipts: new Map(),
    externalReceipts: new Map(),
    tell,
  }
}

const forget = (platform: Platform): void => {
  for (const { callOff } of platform.schedules.values()) callOff()
  const { prepared, customers, schedules, certifications, deliveries, receipts, externalReceipts } = platform
  for (const map of [prepared, customers, schedules, certifications, deliveries, receipts, externalReceipts])
    map.clear()
  platform.payments.clear()
  platform.tokens.revokeAll()
  platform.webhooks.clear()
}

const publicClock = (clock: Clock, webhooks: Webhooks): SandboxApiClock => ({
  now: clock.now,
  advance: async ms => {
    checkShape('clock.advance', { ms }, { ms: value => (Number(value) > 0 ? undefined : 'more than 0') })
    // Webhooks that are on their way now were sent before the clock moved.
    await webhooks.settled()
    await clock.advance(ms)
    await webhooks.settled()
  },
})

const publicWebhooks = (webhooks: Webhooks): SandboxApiWebhooks => ({
  log: webhooks.log,
  settled: webhooks.settled,
  release: async (options = {}) => {
    checkShape('webhooks.release', options, { order: oneOf('same', 'reverse') })
    await webhooks.release(options)
  },
  drop: webhooks.drop,
  resend: async imp_uid => {
    const count = await webhooks.resend(imp_uid)
    if (!count) throw new Error(complaints.nothingToResend('webhooks.resend', imp_uid))
  },
  test: async () => {
    const webhook = await webhooks.test()
    if (!webhook) throw new Error(complaints.noWebhookUrl('webhooks.test'))
    return webhook
  },
})

/**
 * PortOne V1's REST API (`https://api.iamport.kr`) without a network: it answers with the envelope, codes and
 * fields of PortOne's own description, plays buyers, gateways and the console, sends webhooks, and goes wrong
 * on request. For a shop's tests, and for its server during development. Everything is in memory; each call
 * makes an API of its own.
 *
 * The double needs nothing but web standards, and runs in Node ≥ 20, Bun, Deno, Workers and a browser's page.
 *
 * @throws {TypeError} at an option that there isn't, or of the wrong shape.
 *
 * @example
 * const api = createSandboxApi({ webhooks: { url: 'http://localhost:3000/webhook' } })
 * const payments = createPayments({ key: 'key', secret: 'secret', orders, fetch: api.fetch })
 *
 * api.add({ merchant_uid: 'order-1', amount: 14000 })
 * await payments.settle({ merchant_uid: 'order-1' }) // verdict: 'paid'
 *
 * api.configure({ trouble: { answers: ['html', 'server-error'], times: 2 } })
 */
export const createSandboxApi = (options: SandboxApiOptions = {}): SandboxApi => {
  checkOptions('createSandboxApi', options)
  const { key, secret, origin = ORIGIN, now, random, channels, onEvent, ...given } = options
  // A copy, also of what is in it: the double writes into its own.
  const settings: SandboxApiSettings = { ...given, webhooks: { ...given.webhooks } }
  const platform = makePlatform(options, settings)
  const { clock, payments, webhooks } = platform
  let troubles = makeTroubles(settings.trouble)
  let requests: ReceivedRequest[] = []

  const note = (request: Pick<ReceivedRequest, 'method' | 'path'>, answer: Partial<Answer>): void => {
    const { status = null, code = null, message = null } = answer
    const received = { method: request.method, path: request.path, status, code, message }
    requests.push(received)
    platform.tell({ type: 'request', ...received })
  }

  /** PortOne's answer. A mistake of the sandbox's own is PortOne's 500, and no end of the process. */
  const answerSafely = (request: ApiRequest): Answer => {
    try {
      return answerRequest(request, platform)
    } catch (error) {
      return failure(500, `${messages.crash} ${error}`)
    }
  }

  const answerApi = async (request: Request, signal: AbortSignal | undefined): Promise<Response> => {
    const read = await readRequest(request)
    if (isAnswer(read)) {
      const { pathname, search } = new URL(request.url)
      note({ method: request.method, path: pathname + search }, read)
      return toResponse(read)
    }
    const befallen = troubles.next(read)
    const isAnswered = !befallen || befallen.answer === 'ok'
    // The answer says what is true now, however late it comes: a slow answer is an old one.
    const answer = isAnswered || befallen.isCarriedOut ? answerSafely(read) : undefined
    try {
      if (befallen?.delay) await wait(befallen.delay, signal)
      if (isAnswered) {
        note(read, answer!)
        return toResponse(answer!)
      }
      const response = await troubledResponse(
        befallen.answer as Exclude<typeof befallen.answer, 'ok'>,
        signal,
      )
      note(read, { status: response.status })
      return response
    } catch (error) {
      note(read, {})
      throw error
    }
  }

  const handle = async (request: Request, signal?: AbortSignal): Promise<Response> => {
    clock.runDue()
    const response = isForConsole(request)
      ? await answerConsole(request, api, platform)
      : await answerApi(request, signal)
    if (signal?.aborted) throw signal.reason
    return response
  }

  const api: SandboxApi = {
    ...makeControls(platform),

    fetch: async (input, init) => {
      const isRequest = typeof input === 'object' && 'url' in input
      const url = isRequest ? input.url : String(input)
      if (!url.startsWith(`${new URL(origin).origin}/`))
        throw new TypeError(complaints.otherOrigin(url, origin))
      // The signal is looked after here: a copy of it in the request would be one more listener for each
      // request.
      const { signal = isRequest ? input.signal : undefined, ...rest } = init ?? {}
      if (signal?.aborted) throw signal.reason
      return handle(new Request(input, rest), signal ?? undefined)
    },
    handle: request => handle(request, request.signal),

    payments: () => payments.all().map(record => answerOf(record)),
    find: imp_uid => {
      const record = payments.find(imp_uid)
      return record && answerOf(record)
    },
    requests: () => [...requests],
    webhooks: publicWebhooks(webhooks),
    clock: publicClock(clock, webhooks),

    configure: changes => {
      checkSettings('configure', changes)
      const { webhooks: ofWebhooks, ...others } = changes
      Object.assign(settings, others)
      if ('webhooks' in changes) settings.webhooks = ofWebhooks && { ...settings.webhooks, ...ofWebhooks }
      if ('trouble' in changes) troubles = makeTroubles(settings.trouble)
    },
    reset: () => {
      forget(platform)
      requests = []
      troubles = makeTroubles(settings.trouble)
    },
  }
  return api
}
