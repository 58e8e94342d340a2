import { PayError } from './errors.ts'
import { checkUserCode } from './init.ts'
import { badOption } from './texts.ts'
import type { CheckoutOptions } from './types/options.ts'
import { VERSION } from './versions.ts'

/** Options that people get wrong in plain JavaScript, where no compiler tells them. */
export const checkOptions = (options: CheckoutOptions): void => {
  checkUserCode(options?.userCode)
  for (const name of ['timeout', 'retries', 'openTimeout'] as const) {
    const value: unknown = options[name] ?? 0
    if (!(typeof value === 'number' && value >= 0))
      throw new PayError('INVALID_OPTIONS', badOption(name, value))
  }
  const { sdk } = options
  if (sdk !== undefined && !(typeof sdk === 'object' ? sdk?.src?.length : VERSION.test(sdk))) {
    throw new PayError('INVALID_OPTIONS', badOption('sdk', sdk))
  }
}
