// @vitest-environment jsdom

/** The pages of the documents, run as they are written there: on a page with the sandbox, and a server that says anything. */
import ts from 'typescript'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as main from '../src/index.ts'
import * as messages from '../src/messages/index.ts'
import { installSandbox, type Sandbox, type SandboxOutcome } from '../src/sandbox/index.ts'
import * as scriptTag from '../src/script-tag-global.ts'
import { codeOf, PAGES } from './support/documents.ts'

/** The blocks that are a whole page: a button, what is said, and both `pay` and `resume`. */
const pages = PAGES.flatMap(page =>
  codeOf(page)
    .filter(
      ({ language, text }) =>
        /^(js|html)$/.test(language) && /resume\(\{ merchant_uid/.test(text) && /\.pay\(/.test(text),
    )
    // Its first page shows no state of the button, and is no shop's.
    .filter(() => !/^docs\/(ko\/)?README/.test(page))
    .map(({ language, text, script, name }) => ({ page, language, text, script, name })),
)

/** As much of jQuery as the pages use. */
const jquery = Object.assign(
  (target: string | Element) => {
    const element = (
      typeof target === 'string' ? document.querySelector(target) : target
    ) as HTMLButtonElement
    const chain = {
      text: (text: string) => {
        element.textContent = text
        return chain
      },
      prop: (name: string, value: unknown) => {
        Object.assign(element, { [name]: value })
        return chain
      },
      on: (event: string, listener: (this: Element) => void) => {
        element.addEventListener(event, listener)
        return chain
      },
    }
    return chain
  },
  { extend: Object.assign },
)

const ORDER = { merchant_uid: 'order_1', amount: 14000 }

const run = ({ language, text, script }: (typeof pages)[number]): void => {
  const html = language === 'html' ? text.replace(/<script[\s\S]*?<\/script>/g, '') : ''
  document.body.innerHTML = html.includes('<button')
    ? html.replace(/<!doctype html>|<\/?html[^>]*>|<meta[^>]*>/g, '')
    : '<button disabled>결제하기</button><output></output>'
  const { outputText } = ts.transpileModule(script, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  })
  const modules: Record<string, unknown> = {
    'iamport-checkout': main,
    'iamport-checkout/messages': messages,
  }
  new Function('require', 'exports', 'IamportCheckout', '$', 'ORDER', outputText)(
    (name: string) => modules[name],
    {},
    scriptTag,
    jquery,
    ORDER,
  )
}

const button = (): HTMLButtonElement => document.querySelector('button')!
const said = (): string => document.querySelector('output')!.textContent ?? ''

let sandbox: Sandbox | undefined
const open = (outcome?: SandboxOutcome): void => {
  sandbox = installSandbox({ outcome })
}

/** The shop's server. 0 is none. */
const answerWith = (...verdicts: (string | 0)[]) => {
  const server = vi.fn(async (_url: string, _init: RequestInit) => {
    const verdict = verdicts.length > 1 ? verdicts.shift() : verdicts[0]
    if (!verdict) throw new TypeError('offline')
    return Response.json({ verdict })
  })
  vi.stubGlobal('fetch', server)
  return server
}

const settle = async (): Promise<void> => {
  for (let round = 0; round < 40; round++) await vi.advanceTimersByTimeAsync(1000)
}

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(async () => {
  sandbox?.uninstall()
  await settle()
  history.replaceState(null, '', '/')
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('there are pages to run', () => expect(pages.length).toBeGreaterThanOrEqual(12))

/** What a registration and an account are. */
const goodVerdict = ({ text }: (typeof pages)[number]): string =>
  text.includes('customer_uid') ? 'registered' : 'paid'

describe.each(pages)('$page, $name', shop => {
  const good = goodVerdict(shop)
  const thanks = messages.describePayment(
    { verdict: good as 'paid', merchant_uid: '', imp_uid: null, payment: null, answer: null },
    'ko',
  )

  it('lets the buyer pay, and says what the server has proven', async () => {
    const server = answerWith(good)
    open('approve')
    run(shop)
    await settle()
    expect([button().disabled, said(), server.mock.calls.length]).toEqual([false, '', 0])
    button().click()
    expect(button().disabled).toBe(true)
    await settle()
    expect([button().disabled, said()]).toEqual([true, thanks])
    const [url, { method, body }] = server.mock.calls[0]!
    expect([url, method]).toEqual(['/payments/complete', 'POST'])
    expect(JSON.parse(String(body))).toEqual({
      merchant_uid: sandbox!.payments()[0]!.merchant_uid,
      imp_uid: sandbox!.payments()[0]!.imp_uid,
    })
  })

  it('lets a buyer who has cancelled pay again', async () => {
    answerWith('unpaid')
    open('cancel')
    run(shop)
    await settle()
    button().click()
    await settle()
    expect([button().disabled, said()]).toEqual([false, expect.stringContaining('취소')])
  })

  it.each<[title: string, outcome: SandboxOutcome, verdicts: (string | 0)[], mayPay: boolean, text: RegExp]>([
    ['nobody answers', 'approve', [0], false, /다시 결제하지 마시고/],
    ['the server knows of nothing', 'approve', ['unpaid'], false, /다시 결제하지 마시고/],
    ['money is not this order’s', 'approve', ['mismatch'], false, /다시 결제하지 마시고/],
    ['the window went without a word, unpaid', 'close', ['unpaid'], true, /다시 시도/],
    ['the window went without a word, nobody answers', 'close', [0], false, /다시 결제하지 마시고/],
  ])('where %s, it says so, and the button is right', async (_, outcome, verdicts, mayPay, text) => {
    answerWith(...verdicts)
    open(outcome)
    run(shop)
    await settle()
    button().click()
    await settle()
    expect(said()).toMatch(text)
    expect(button().disabled).toBe(!mayPay)
  })

  it('hears a landing, and says the same again after a reload', async () => {
    const server = answerWith(good)
    const merchant_uid = /merchant_uid: '(\w+)'/.exec(shop.text)?.[1] ?? ORDER.merchant_uid
    history.replaceState(null, '', `/?imp_uid=imp_1&merchant_uid=${merchant_uid}&imp_success=true`)
    run(shop)
    await settle()
    expect([button().disabled, said(), location.search]).toEqual([true, thanks, ''])
    run(shop)
    await settle()
    expect([button().disabled, said(), server.mock.calls.length]).toEqual([true, thanks, 1])
  })

  it('believes no landing that somebody has written', async () => {
    answerWith('unpaid')
    const merchant_uid = /merchant_uid: '(\w+)'/.exec(shop.text)?.[1] ?? ORDER.merchant_uid
    history.replaceState(null, '', `/?imp_uid=imp_1&merchant_uid=${merchant_uid}&imp_success=true`)
    run(shop)
    await settle()
    expect(said()).not.toContain(thanks)
    expect(button().disabled).toBe(true)
  })
})
