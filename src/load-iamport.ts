/** Loading the script ahead of a payment. */
import { rejectWithPayError } from './errors.ts'
import type { Iamport, LoadOptions } from './public-options.ts'
import { initOnce } from './sdk/init.ts'
import { obtainScript } from './sdk/load.ts'

/** An `IMP` with a member named `then` would be taken for a promise by every `await`, and never come. */
const awaitable = (imp: Iamport): Iamport =>
  // biome-ignore lint/suspicious/noThenProperty: the member is hidden here.
  'then' in imp ? Object.create(imp, { then: { value: undefined } }) : imp

/**
 * Loads the script ahead of time, and with `userCode` initialises it, so that its channels are warm. Do so when the
 * checkout page opens: a popup may only be opened soon after a click, and loading takes that time away.
 *
 * @returns `window.IMP`, also for `IMP.certification` and the like.
 * @throws PayError (as a rejection) `NOT_BROWSER`, `INVALID_OPTIONS`, `SDK_LOAD_FAILED`, `SDK_LOAD_TIMEOUT`,
 * `SDK_INCOMPATIBLE`, `SDK_ERROR`, `BUSY`.
 *
 * @example
 * await loadIamport({ userCode: 'imp12345678' })
 */
export const loadIamport = (options: LoadOptions = {}): Promise<Iamport> =>
  rejectWithPayError(async () => {
    const script = obtainScript(options)
    const { imp } = 'here' in script ? script.here : await script.loading
    if (options.userCode !== undefined) initOnce(imp, options.userCode, options.tierCode)
    return awaitable(imp)
  })
