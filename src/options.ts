import { asText } from './as-text.ts'
import { PayError } from './errors.ts'
import { checkUserCode } from './init.ts'
import { badOption } from './texts.ts'
import type { CheckoutOptions, LoadOptions } from './types/options.ts'
import { VERSION } from './versions.ts'

/** The longest time that a timer can wait, in ms: one that is longer fires at once. */
const LONGEST = 2 ** 31 - 1

const require = (isRight: unknown, name: string, value: unknown): void => {
  if (!isRight) throw new PayError('INVALID_OPTIONS', badOption(name, asText(value)))
}

/** Options that people get wrong in plain JavaScript, where no compiler tells them. */
export const checkLoadOptions = (options: LoadOptions): void => {
  for (const name of ['timeout', 'retries', 'openTimeout'] as const) {
    const value = (options as Partial<CheckoutOptions>)[name] ?? 0
    require(typeof value === 'number' && value >= 0 && value <= LONGEST, name, value)
  }
  const { sdk } = options
  require(sdk === undefined ||
    (typeof sdk === 'object' ? sdk?.src?.length : VERSION.test(asText(sdk))), 'sdk', sdk)
}

export const checkOptions = (options: CheckoutOptions): void => {
  checkUserCode(options?.userCode)
  const { signal } = options
  // The controller in place of its signal.
  require(!signal || signal.addEventListener, 'signal', signal)
}
