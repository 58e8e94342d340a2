import { PayError } from './errors.ts'
import { pageState } from './page.ts'
import { openDialog } from './sdk-dom.ts'
import { badOption, busy, otherMerchant, sdkThrew } from './texts.ts'
import type { Iamport } from './types/options.ts'

export const checkUserCode = (userCode: unknown): void => {
  if (!(userCode as string | undefined)?.trim?.()) {
    throw new PayError('INVALID_OPTIONS', badOption('userCode', userCode))
  }
}

/**
 * Tells the SDK whose shop this is, once for each `IMP`. A second `init` would tear down an open payment window, whose
 * callback then never comes; and another merchant code can't be had without a reload, so it is refused aloud.
 */
export const initOnce = (imp: Iamport, userCode: string, tierCode?: string): void => {
  checkUserCode(userCode)
  const page = pageState()
  const merchant = String([userCode, tierCode])
  if (page.imp === imp) {
    if (page.merchant !== merchant) throw new PayError('SDK_INCOMPATIBLE', otherMerchant(page.merchant!))
    return
  }
  // A payment that somebody else on the page began.
  if (openDialog()) throw new PayError('BUSY', busy)
  try {
    tierCode ? imp.agency(userCode, tierCode) : imp.init(userCode)
  } catch (cause) {
    throw new PayError('SDK_ERROR', sdkThrew, { cause })
  }
  page.imp = imp
  page.merchant = merchant
}
