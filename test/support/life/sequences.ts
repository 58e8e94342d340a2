/** Which sequences there are: all of them, and more often those that mean something. */
import fc from 'fast-check'
import type { Act, Pay, Setup } from './acts.ts'

const pick = <const T>(...values: T[]) => fc.constantFrom(...values)
const often = (weight: number, arbitrary: fc.Arbitrary<Act>) => ({ weight, arbitrary })
const act = <const Name extends Act['do'], Members extends object = object>(
  name: Name,
  members?: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> },
) => fc.record({ do: fc.constant(name), ...members }) as fc.Arbitrary<{ do: Name } & Members>

const order = pick('a', 'b')
const name = pick('alert', 'open')
/** Of the last one, as a rule. */
const back = pick(0, 0, 0, 1, 2)
const answer = pick(
  'paid',
  'paid, as text',
  'paid, no flag',
  'cancelled',
  'duplicate',
  'declined',
  'no',
  'no, with a number',
  'not initialised',
  'no channels',
  'nothing',
  'a list',
  'a getter that throws',
)
const listener = pick(undefined, undefined, 'listens', 'throws', 'aborts', 'pays')

/** What may happen anywhere, also inside of a call of the script. */
const anywhere = [
  often(8, act('call back', { back, answer })),
  often(6, act('show')),
  often(5, act('hide')),
  often(4, act('abort', { back })),
  often(3, act('open', { popup: pick('refused', 'allowed', 'noopener', 'throws') })),
  often(2, act('alert', { text: pick('failure', 'blocked', 'own') })),
  often(2, fc.record({ do: pick('wrap', 'unwrap', 'lock'), name })),
  often(2, fc.record({ do: pick('detach', 'attach', 'replace body', 'replace IMP') })),
  often(1, act('show', { identity: fc.constant(true as const) })),
  often(2, act('renew')),
  often(3, act('load')),
  often(2, act('begin to leave')),
  often(1, act('show the page')),
  often(2, act('draw')),
  often(1, act('storage', { refused: fc.boolean() })),
]

const pay = (plan: fc.Arbitrary<Act[]>): fc.Arbitrary<Pay> =>
  act('pay', {
    order,
    copy: pick(0, 1),
    shop: pick('imp1', 'imp1', 'imp1', 'imp1', 'imp1', 'imp2'),
    pg: pick('html5_inicis', 'alipay', 'paymentwall'),
    openTimeout: pick<number | false | undefined>(undefined, undefined, false, 700),
    signal: pick('none', 'later', 'later', 'later', 'before'),
    onWarning: listener,
    onLateResult: listener,
    plan,
  })
/** Inside of a call of the script. */
const plan: fc.Arbitrary<Act[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Act[]>([]) },
  { weight: 2, arbitrary: fc.constant<Act[]>([{ do: 'show' }]) },
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(...anywhere, often(3, act('throw')), often(1, pay(fc.constant([])))), {
      maxLength: 3,
    }),
  },
)

const anything = fc.oneof(
  ...anywhere,
  often(10, pay(plan)),
  // Below and above what the package waits for. No sums of these are: what comes first of two at once is nobody's to say.
  often(
    12,
    act('wait', { ms: pick(0, 1, 403, 697, 991, 1_009, 1_993, 2_003, 4_007, 9_013, 29_501, 61_027) }),
  ),
  often(3, act('script', { comes: pick('whole', 'whole', 'empty', 'not') })),
  often(2, act('leave and return', { ms: pick(0, 503, 12_011) })),
  often(2, act('resume')),
  often(1, act('land', { order, paid: fc.boolean(), here: fc.boolean() })),
)

export const acts: fc.Arbitrary<Act[]> = fc.array(anything, { minLength: 1, maxLength: 16, size: 'max' })

export const setup: fc.Arbitrary<Setup> = fc.record({
  present: pick(true, true, true, false),
  kind: pick('old', 'old', 'unknown'),
  close: pick('none', 'closes', 'throws'),
  init: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: plan }),
  begun: pick(undefined, 'a'),
  alertThrows: pick(false, false, false, true),
})
