// @vitest-environment jsdom
/**
 * The life of a payment, whatever happens to it: random sequences, each on a page of its own, against a model of what has
 * to come of them.
 */
import fc from 'fast-check'
import * as first from 'iamport-checkout'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Act, Ending, Setup } from '../support/life/acts.ts'
import { Model } from '../support/life/model.ts'
import { again, left, Page, stage } from '../support/life/page.ts'
import { acts, setup } from '../support/life/sequences.ts'

/** `PROPERTY_RUNS=300000 npx vitest run --project src test/api/life.test.ts` takes some minutes. */
const numRuns = Number(process.env['PROPERTY_RUNS'])
/** The seed of a failure is in its message, and so is the smallest sequence that fails. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_260_101)

let copies: [typeof first, typeof first]
let leave: () => void
beforeAll(async () => {
  vi.resetModules()
  copies = [first, await import('iamport-checkout')]
  leave = stage()
})
afterAll(() => leave())

/** What the table of the contract says of each code; where it depends, both. */
const MAY_HAVE_PAID: Record<string, boolean[]> = {
  SDK_LOAD_FAILED: [false],
  SDK_LOAD_TIMEOUT: [false],
  SDK_INCOMPATIBLE: [false],
  SDK_ERROR: [false, true],
  WINDOW_NOT_OPENED: [true],
  POPUP_BLOCKED: [false, true],
  BUSY: [false],
  CANCELLED: [false, true],
  DUPLICATE_ORDER: [true],
  PAYMENT_FAILED: [false, true],
  WINDOW_CLOSED: [true],
  RETURNED: [true],
  ABORTED: [false, true],
}

const compare = (real: Page, model: Model, act: Act): void => {
  const expectedEndings = model.payments.map(({ ended, sameAs }) => ended ?? model.payments[sameAs!]?.ended)
  const is = {
    endings: real.endings.map((ending, id) => open(ending, expectedEndings[id])),
    late: real.late,
    landed: real.landed,
    calls: real.calls.map(({ id }) => id),
    inits: real.inits,
    closes: real.closes,
    alerts: real.alerts,
    opens: real.opens,
    closedPopups: real.closedPopups,
    surfaced: left.surfaced.length,
    isShown: real.isShown,
    hasProgress: document.body.classList.contains('imp-payment-progress'),
    alert: nameOf(real, window.alert, model.top.alert),
    open: nameOf(real, window.open, model.top.open),
  }
  const expected: typeof is = {
    endings: expectedEndings,
    late: model.late,
    landed: model.landed,
    calls: model.calls,
    inits: model.inits,
    closes: model.closes,
    alerts: model.alerts,
    opens: model.opens,
    closedPopups: model.closedPopups,
    surfaced: model.surfaced,
    isShown: model.isShown,
    hasProgress: model.hasProgress,
    ...model.top,
  }
  // A comparison that could say what differs takes longer than all the rest.
  if (JSON.stringify(is) !== JSON.stringify(expected)) {
    expect(is, `after ${JSON.stringify(act)}`).toEqual(expected)
  }
  if (model.isIdle) {
    const remains = [left.listeners.length, left.observers.size, real.signals]
    hold(remains.join() === '0,0,0', `no listener, observer or signal remains: ${remains}`)
  }
  for (const { id, sameAs } of model.payments) {
    if (sameAs !== undefined) hold(real.promises[id] === real.promises[sameAs], 'the same promise')
  }
}

/** Where the contract leaves it open whether money may have moved, either is right. */
const open = (ending: Ending | undefined, expected: Ending | undefined): Ending | undefined =>
  ending && 'code' in ending && expected && 'code' in expected && expected.mayHavePaid === 'either'
    ? { ...ending, mayHavePaid: 'either' }
    : ending

/** As `expect`, which takes longer than all the rest. */
const hold = (condition: boolean, what: string): void => {
  if (!condition) expect.fail(`does not hold: ${what}`)
}

/** Which function this is. One that nobody here made is the package's. */
const nameOf = (real: Page, value: unknown, expected: string): string =>
  Object.keys(real.functions).find(it => real.functions[it] === value) ??
  (expected.startsWith('ours') ? expected : 'ours')

interface Played {
  page: Setup
  real: Page
  model: Model
  happen(act: Act): Promise<void>
}

/** Plays a sequence, and compares after each step. */
const play = async (page: Setup, acts: readonly Act[]): Promise<Played> => {
  const real = new Page(copies, page)
  const model = new Model(page)
  const happen = async (it: Act): Promise<void> => {
    model.happen(it)
    await real.happen(it)
    compare(real, model, it)
  }
  for (const it of acts) {
    if (!model.isUndetermined) await happen(it)
  }
  return { page, real, model, happen }
}

/** Lets time run out, pays once more, and looks at what is left then. */
const finish = async ({ real, model, happen }: Played): Promise<void> => {
  if (model.isUndetermined) return
  const expectIdle = async (): Promise<void> => {
    // A task that comes behind a task is a millisecond later on the fake clock.
    await happen({ do: 'wait', ms: 2 })
    hold(!model.isIdle || !vi.getTimerCount(), 'no timer remains')
  }
  await expectIdle()
  await happen({ do: 'wait', ms: 200_000 })
  await happen({ do: 'script', comes: 'whole' })
  // What the script does when it is initialised, it has done after this.
  if (!model.inits) {
    await happen({ do: 'hide' })
    await happen(again)
  }
  await happen({ do: 'wait', ms: 200_000 })
  // What has no end by itself: a window that is open, one that nobody can see, and where it was asked for.
  if (model.pending) {
    const { openTimeout, seenAt, hadPopup } = model.pending
    const mayGoOn = openTimeout === false || seenAt !== undefined || hadPopup
    hold(mayGoOn, 'every payment ends')
    await happen({ do: 'call back', back: 0, answer: 'paid' })
  }
  hold(!real.endings.includes(undefined), 'every payment ends')

  // The next one succeeds: that of the shop that came first.
  await happen({ do: 'hide' })
  const plan: Act[] = [{ do: 'call back', back: 0, answer: 'paid' }]
  for (const shop of ['imp1', 'imp2'] as const)
    await happen({ ...again, shop, onLateResult: undefined, plan })
  hold(real.endings.slice(-2).filter(ending => 'paid' in ending!).length === 1, 'the next payment succeeds')

  await expectIdle()
  hold(model.isIdle, 'a payment that has succeeded leaves nothing')
  for (const { given, text } of real.requests)
    hold(JSON.stringify(given) === text, 'the request is as it was')
  for (const ending of [...real.endings, ...real.late]) {
    if ('paid' in ending!) hold(real.paid.has(ending.paid), 'what is paid was reported as paid')
    else
      hold(
        !!MAY_HAVE_PAID[ending!.code]?.includes(ending!.mayHavePaid as boolean),
        `the table on ${ending!.code}`,
      )
  }
  for (const { code, mayHavePaid, retryable, merchant_uid } of real.errors) {
    hold(retryable === (!mayHavePaid && !/SDK_INCOMPATIBLE|SDK_ERROR/.test(code)), `retryable of ${code}`)
    hold(/^[ab]$/.test(merchant_uid ?? ''), `${code} names the order`)
  }
}

const plain: Setup = {
  present: true,
  kind: 'old',
  close: 'none',
  init: [],
  begun: undefined,
  alertThrows: false,
}

describe('a payment that is given up', () => {
  it('inside of IMP.init is not begun', async () => {
    const played = await play({ ...plain, init: [{ do: 'abort', back: 0 }] }, [again])
    expect(played.real.endings).toEqual([{ code: 'ABORTED', mayHavePaid: false }])
    expect(played.real.calls).toEqual([])
    await finish(played)
  })

  it('has its window put away that opens late, also after a late result of an earlier one', async () => {
    const givenUp: Act[] = [again, { do: 'abort', back: 0 }]
    const played = await play(plain, [
      ...givenUp,
      ...givenUp,
      { do: 'call back', back: 1, answer: 'paid' },
      { do: 'wait', ms: 0 },
      { do: 'show' },
    ])
    expect(played.real.late).toHaveLength(1)
    expect(played.real.isShown).toBe(false)
    await finish(played)
  })

  it('has no window any more once it was called back: one that opens then is another', async () => {
    const played = await play(plain, [
      again,
      { do: 'abort', back: 0 },
      { do: 'call back', back: 0, answer: 'declined' },
      { do: 'show' },
    ])
    expect(played.real.isShown).toBe(true)
    await finish(played)
  })
})

/** What chance seldom comes upon. */
const seldom: [Setup, Act[]][] = [
  // A popup that is refused long after the window opened: the page's own affair.
  [
    plain,
    [
      { ...again, plan: [{ do: 'show' }] },
      { do: 'wait', ms: 2_001 },
      { do: 'open', popup: 'refused' },
      { do: 'wait', ms: 1 },
    ],
  ],
  // A window that opens more than a minute after the frames have loaded: another one's. Without that the order may still wait for them.
  [plain, [again, { do: 'abort', back: 0 }, { do: 'load' }, { do: 'wait', ms: 61_000 }, { do: 'show' }]],
  [plain, [again, { do: 'abort', back: 0 }, { do: 'wait', ms: 61_000 }, { do: 'show' }]],
  // Given up while the page may be leaving, with no window that was seen.
  [plain, [again, { do: 'begin to leave' }, { do: 'abort', back: 0 }]],
  // Given up while only a popup was seen.
  [plain, [again, { do: 'open', popup: 'allowed' }, { do: 'abort', back: 0 }]],
  // A popup that is refused in a window that was open before the payment, and has stayed.
  [
    { ...plain, init: [{ do: 'show' }] },
    [
      { ...again, openTimeout: false },
      { do: 'wait', ms: 61_027 },
      { do: 'open', popup: 'refused' },
    ],
  ],
  // The landing of another address, asked for between two calls for the page's own.
  [
    plain,
    [
      { do: 'resume' },
      { do: 'land', order: 'a', paid: false, here: false },
      { do: 'land', order: 'a', paid: false, here: true },
    ],
  ],
]

describe('whatever happens to a payment', () => {
  it(
    'it ends once, in the way that the events explain, and leaves nothing behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(setup, acts, async (...sequence) => {
          await finish(await play(...sequence))
        }),
        { numRuns, seed, examples: seldom },
      )
    },
    60_000 + numRuns * 100,
  )
})
