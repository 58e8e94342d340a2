/** One round of work at a time for each order, shared by whoever comes meanwhile. */
import { expect, it } from 'vitest'
import { createRounds, type Named } from '../../src/server/one-at-a-time.ts'

/** Rounds that end when the test says so. */
const setUp = () => {
  const runs: {
    order: string
    named: string[]
    end: (result: string) => void
    fail: (error: Error) => void
  }[] = []
  const ask = createRounds(
    (order: string, named: Named) =>
      new Promise<string>((end, fail) => {
        runs.push({ order, named: [...named.keys()], end, fail })
      }),
  )
  const call = (imp_uid?: string, { mayShare = false, signal = new AbortController().signal } = {}) =>
    ask({ merchant_uid: 'order_1', imp_uid, mayShare, signal })
  const flush = () => new Promise(resolve => setTimeout(resolve))
  return { runs, ask, call, flush }
}

it('whoever asks before a round has begun is in it, with what they name', async () => {
  const { runs, call, flush } = setUp()
  const all = [call(), call('imp_1'), call('imp_2'), call('imp_1')]
  await flush()
  expect(runs).toMatchObject([{ order: 'order_1', named: ['imp_1', 'imp_2'] }])
  runs[0]!.end('paid')
  expect(await Promise.all(all)).toEqual(['paid', 'paid', 'paid', 'paid'])
})

it('whoever comes while it runs waits for the next, which begins when it has ended', async () => {
  const { runs, ask, call, flush } = setUp()
  const first = call()
  await flush()
  // Sharing has to be asked for.
  const second = [ask({ merchant_uid: 'order_1', signal: new AbortController().signal }), call('imp_1')]
  await flush()
  expect(runs).toHaveLength(1)
  runs[0]!.fail(new Error('down'))
  await expect(first).rejects.toThrow('down')
  await flush()
  expect(runs).toMatchObject([{}, { named: ['imp_1'] }])
  runs[1]!.end('paid')
  expect(await Promise.all(second)).toEqual(['paid', 'paid'])
})

it('who may share takes the answer of the round that runs, if it looks up what they name', async () => {
  const { runs, call, flush } = setUp()
  const first = call('imp_1')
  await flush()
  const shared = [call('imp_1', { mayShare: true }), call(undefined, { mayShare: true })]
  const other = call('imp_2', { mayShare: true })
  await flush()
  runs[0]!.end('unpaid')
  expect(await Promise.all([first, ...shared])).toEqual(['unpaid', 'unpaid', 'unpaid'])
  await flush()
  expect(runs).toMatchObject([{}, { named: ['imp_2'] }])
  runs[1]!.end('paid')
  expect(await other).toBe('paid')
})

it('a round that has ended is over, for those who may share too', async () => {
  const { runs, call, flush } = setUp()
  const first = call()
  await flush()
  runs[0]!.end('unpaid')
  await first
  await flush()
  const second = call(undefined, { mayShare: true })
  await flush()
  expect(runs).toHaveLength(2)
  runs[1]!.end('paid')
  expect(await second).toBe('paid')
})

it('a round takes ten names, and those that it has', async () => {
  const { runs, call, flush } = setUp()
  const names = Array.from({ length: 11 }, (_, index) => `imp_${index}`)
  const all = [...names, 'imp_0', undefined].map(it => call(it))
  await flush()
  expect(runs.map(({ named }) => named)).toEqual([names.slice(0, 10)])
  runs[0]!.end('unpaid')
  await flush()
  expect(runs.map(({ named }) => named)).toEqual([names.slice(0, 10), ['imp_10']])
  runs[1]!.end('unpaid')
  await Promise.all(all)
})

it('a round that nobody waits for any more isn’t run; one that somebody waits for is', async () => {
  const { runs, call, flush } = setUp()
  const gone = new AbortController()
  const first = call()
  await flush()
  const second = call(undefined, { signal: gone.signal })
  gone.abort(new Error('gone'))
  runs[0]!.end('unpaid')
  await first
  await expect(second).rejects.toThrow('gone')
  expect(runs).toHaveLength(1)

  const third = call()
  await flush()
  const both = [call(undefined, { signal: gone.signal }), call()]
  runs[1]!.end('unpaid')
  await third
  await flush()
  expect(runs).toHaveLength(3)
  runs[2]!.end('paid')
  expect(await Promise.all(both)).toEqual(['paid', 'paid'])
})

it('the public fills two rounds, and whoever has to be answered comes right behind them', async () => {
  const { runs, call, flush } = setUp()
  const names = Array.from({ length: 21 }, (_, index) => `imp_${index}`)
  const strangers = names.map(it => call(it, { mayShare: true }))
  await expect(strangers[20]).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true })
  const webhook = call('imp_real')
  await flush()
  for (const end of [0, 1, 2]) {
    runs[end]!.end('unpaid')
    await flush()
  }
  expect(runs.map(({ named }) => named)).toEqual([names.slice(0, 10), names.slice(10, 20), ['imp_real']])
  await Promise.all([webhook, ...strangers.slice(0, 20)])
})

it('orders have rounds of their own', async () => {
  const { runs, ask, call, flush } = setUp()
  const { signal } = new AbortController()
  const all = [call(), ask({ merchant_uid: 'order_2', signal })]
  await flush()
  expect(runs.map(({ order }) => order)).toEqual(['order_1', 'order_2'])
  for (const { end } of runs) end('paid')
  expect(await Promise.all(all)).toEqual(['paid', 'paid'])
})
