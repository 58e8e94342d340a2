import { PayError } from './errors.ts'
import { badOption } from './texts.ts'
import { versions } from './versions.ts'

const isText = (value: unknown): boolean => typeof value === 'string' && !!value.trim()
const isNumber = (value: unknown): boolean => typeof value === 'number' && value >= 0

/** Options that people get wrong in plain JavaScript, where no compiler tells them. */
const rules: Readonly<Record<string, (value: never) => unknown>> = {
  userCode: isText,
  tierCode: isText,
  timeout: isNumber,
  retries: isNumber,
  openTimeout: isNumber,
  sdk: (value: (typeof versions)[number] | { src?: { length: number } }) =>
    typeof value === 'object' ? value?.src?.length : versions.includes(value),
}

export const checkOptions = (options: object): void => {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && rules[name] && !rules[name](value as never)) {
      throw new PayError('INVALID_OPTIONS', badOption(name, value))
    }
  }
}
