/** Initialises the script: once for each `IMP`, and again only to discard its frames. */
import { demandUserCode } from '../check-options.ts'
import { busy, otherMerchant, sdkThrew } from '../developer-texts.ts'
import { PayError } from '../errors.ts'
import type { Iamport } from '../public-options.ts'
import { hasDialog, openDialog } from './dom.ts'
import { pageState } from './page-state.ts'
import { isV1 } from './versions.ts'

/**
 * Whether somebody has called `deinit` since the package called `init`. `v1` makes its dialog a task after `init`, and only
 * `deinit` takes the dialog away.
 */
const wasTakenDown = (imp: Iamport): boolean => {
  if (!isV1(imp)) return false
  const { seenWithDialog } = pageState()
  if (hasDialog()) {
    seenWithDialog.add(imp)
    return false
  }
  return seenWithDialog.has(imp)
}

/** Notes, a task later, whether the script has made its dialog. */
const noteDialog = (imp: Iamport): void => {
  setTimeout(() => hasDialog() && pageState().seenWithDialog.add(imp))
}

/**
 * Tells the SDK whose shop this is, once for each `IMP`, whatever calls it: a second `init` would tear down an open
 * payment window, whose callback then never comes. Another merchant code can't be had without a reload, and is refused.
 *
 * @param force initialise even if that was done before, to discard the SDK's frames and what they hold.
 */
export const initOnce = (imp: Iamport, userCode: string, tierCode?: string, force?: boolean): void => {
  demandUserCode(userCode)
  const page = pageState()
  const merchant = tierCode ? `${userCode}, ${tierCode}` : userCode
  const isInitialised = page.imp === imp
  if (isInitialised && page.merchant !== merchant) {
    throw new PayError('SDK_INCOMPATIBLE', otherMerchant(page.merchant, merchant))
  }
  if (isInitialised && !force && !wasTakenDown(imp)) return
  // An open window here is a payment that the page's own code began, and `init` would tear that window down.
  if (openDialog()) throw new PayError('BUSY', busy)
  try {
    tierCode ? imp.agency(userCode, tierCode) : imp.init(userCode)
  } catch (cause) {
    throw new PayError('SDK_ERROR', sdkThrew(cause), { cause })
  }
  page.imp = imp
  page.merchant = merchant
  page.seenWithDialog.delete(imp)
  noteDialog(imp)
}
