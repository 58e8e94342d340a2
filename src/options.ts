import { PayError } from './errors.ts'
import { badOption } from './texts.ts'

/** For options that people get wrong in plain JavaScript, where no compiler tells them. */
export const demand = (isRight: unknown, name: string): void => {
  if (!isRight) throw new PayError('INVALID_OPTIONS', badOption(name))
}

/**
 * For times and counts; one that isn't given is right. The longest that a timer can wait is 2³¹ - 1 ms: one that is longer
 * fires at once.
 */
export const demandNumber = (value = 0, name: string): void => demand(value >= 0 && value < 2 ** 31, name)
