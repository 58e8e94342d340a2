import { PayError } from './errors.ts'
import { demand } from './options.ts'
import { pageState } from './page.ts'
import { openDialog } from './sdk-dom.ts'
import { busy, otherMerchant, sdkFailed } from './texts.ts'
import type { Iamport } from './types/options.ts'

/**
 * Tells the SDK whose shop this is, once for each `IMP`, whatever calls it: a second `init` would tear down an open
 * payment window, whose callback then never comes. Another merchant code can't be had without a reload, and is refused.
 *
 * @param again where just that is needed: to lose what the frames of the SDK hold.
 */
export const initOnce = (imp: Iamport, userCode: string, tierCode?: string, again?: boolean): void => {
  demand(userCode?.trim?.(), 'userCode')
  const page = pageState()
  const merchant = tierCode ? `${userCode}, ${tierCode}` : userCode
  if (page.imp === imp && page.merchant !== merchant) {
    throw new PayError('SDK_INCOMPATIBLE', otherMerchant(page.merchant))
  }
  if (page.imp !== imp || again) {
    // A payment that the page's own code began.
    if (openDialog()) throw new PayError('BUSY', busy)
    try {
      tierCode ? imp.agency(userCode, tierCode) : imp.init(userCode)
    } catch (cause) {
      throw new PayError('SDK_ERROR', sdkFailed(cause), { cause })
    }
    page.imp = imp
    page.merchant = merchant
  }
}
