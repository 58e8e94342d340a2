import { isRecord } from '../util/is-object.ts'
import type { SandboxMisbehaviour, SandboxOptions, SandboxOutcome } from './options.ts'
import { unknownOption, wrongOption } from './texts.ts'

/** Every outcome: one that is added to the type does not compile without its name here. */
const OUTCOMES: Readonly<Record<SandboxOutcome, true>> = {
  approve: true,
  decline: true,
  cancel: true,
  close: true,
  hang: true,
}

const MISBEHAVIOURS: Readonly<Record<SandboxMisbehaviour, true>> = {
  'no-channels': true,
  'slow-channels': true,
  throw: true,
  'popup-blocked': true,
  'wrong-channel': true,
  bare: true,
  late: true,
  'slow-redirect': true,
  'false-though-paid': true,
}

interface Check {
  readonly expected: string
  readonly isRight: (value: unknown) => boolean
}

const oneOf = (names: object, orElse?: (value: unknown) => boolean): Check => ({
  expected: `one of ${Object.keys(names).join(', ')}${orElse ? ', or a function that gives one' : ''}`,
  isRight: value => (typeof value === 'string' && Object.keys(names).includes(value)) || !!orElse?.(value),
})

const isFunction = (value: unknown): boolean => typeof value === 'function'

const CHECKS: Readonly<Record<keyof SandboxOptions, Check>> = {
  outcome: oneOf(OUTCOMES, isFunction),
  delay: {
    expected: 'a time in milliseconds, 0 or more',
    isRight: value => typeof value === 'number' && value >= 0 && value < 2 ** 31,
  },
  misbehave: oneOf(MISBEHAVIOURS),
  tamper: { expected: 'a function from the request to the amount that is paid', isRight: isFunction },
  ledgerUrl: {
    expected: 'an address',
    isRight: value => typeof value === 'string' && value.trim() !== '',
  },
  locale: oneOf({ ko: true, en: true }),
}

/**
 * Refuses what would otherwise break, or do nothing, inside a payment. An option that is undefined is not given.
 *
 * @throws TypeError
 */
export const checkOptions = (options: object): void => {
  if (!isRecord(options)) throw new TypeError(wrongOption('options', 'an object', options))
  for (const [name, value] of Object.entries(options)) {
    const check = Object.keys(CHECKS).includes(name) ? CHECKS[name as keyof SandboxOptions] : undefined
    if (!check) throw new TypeError(unknownOption(name, Object.keys(CHECKS)))
    if (value !== undefined && !check.isRight(value)) {
      throw new TypeError(wrongOption(name, check.expected, value))
    }
  }
}
