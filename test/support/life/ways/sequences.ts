/** Which sequences there are: all of them, and more often those that mean something. */
import fc from 'fast-check'
import type { Act, Pay, Setup } from './acts.ts'

const pick = <const T>(...values: T[]) => fc.constantFrom(...values)
const often = (weight: number, arbitrary: fc.Arbitrary<Act>) => ({ weight, arbitrary })
const act = <const Name extends Act['do'], Members extends object = object>(
  name: Name,
  members?: { [Key in keyof Members]: fc.Arbitrary<Members[Key]> },
) => fc.record({ do: fc.constant(name), ...members }) as fc.Arbitrary<{ do: Name } & Members>

const window = pick(0, 0, 0, 1)

const server = pick(
  'the truth',
  'the truth',
  'the truth, slowly',
  'an error',
  'never',
  'rubbish',
  'an unknown verdict',
  'paid',
  'awaiting',
  'pending',
  'registered',
  'unpaid',
  'cancelled',
  'mismatch',
)

const pay: fc.Arbitrary<Pay> = act('pay', {
  order: pick('a', 'b'),
  gateway: pick('frame', 'frame', 'driver', 'driver', 'driver popup', 'payco', 'smartro', 'tosspay', 'own'),
  hasChannelKey: pick(false, false, true),
  openTimeout: pick(undefined, undefined, undefined, 700),
  hasSignal: pick(true, true, false),
  onLateResult: pick('listens', 'listens', 'pays'),
})

export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    often(10, pay),
    // Long enough for a list, a frame, a driver; and below and above what the package waits for.
    often(14, act('wait', { ms: pick(0, 1, 7, 40, 40, 40, 503, 1_013, 2_003, 6_007, 31_013, 61_027) })),
    often(
      8,
      act('buyer', {
        window,
        does: pick('approves', 'approves', 'approves', 'is refused', 'cancels', 'approves in silence'),
      }),
    ),
    often(5, act('abort', { back: pick(0, 0, 0, 1) })),
    often(3, act('close popup', { window })),
    often(3, act('frame says', { what: pick('hello', 'no JSON', 'that it broke', 'the result of another') })),
    often(3, act('driver', { window, does: pick('fails', 'forgets the number', 'says yes, then no') })),
    often(1, act('drivers', { fail: fc.boolean() })),
    often(
      4,
      act('host', {
        host: pick('channels', 'frames', 'prepare', 'driver', 'status', 'fail'),
        answers: pick('well', 'with an error', 'not at all', 'never', 'empty'),
      }),
    ),
    often(1, act('state', { of: pick('STATUS_PREPARED', 'STATUS_FAILED') })),
    often(3, act('refuse popups', { refused: fc.boolean() })),
    often(4, act('server', { answers: server })),
    often(
      6,
      act('page', {
        does: pick(
          'init',
          'deinit',
          'close',
          'add the script again',
          'append',
          'append',
          'alert',
          'open a popup',
        ),
      }),
    ),
    often(1, act('leave and return', { ms: pick(0, 503, 12_011) })),
  ),
  { minLength: 1, maxLength: 14, size: 'max' },
)

export const setup: fc.Arbitrary<Setup> = fc.record({
  sdk: pick('1.1.5', '1.2.0', 'v1 1.5.0', 'v1 1.19.0', 'v1 1.28.12', 'v1 1.28.12'),
  isWarm: fc.boolean(),
  isVerified: fc.boolean(),
  server,
})
