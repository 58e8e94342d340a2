/** The shape of the texts of one language. Every code has to be there: one that is added to the package fails to compile. */
import type { PayErrorCode } from '../errors.ts'

export interface BuyerTexts {
  /**
   * What to say of an ending: where the buyer may pay again, and where money may have moved. The second is missing for
   * endings that are hardly ever in doubt; `unsure` stands in.
   */
  endings: Record<PayErrorCode, readonly [safe: string, doubtful?: string]>
  /** Of an ending that is newer than these texts. */
  failed: string
  /** Of an ending in doubt that has no words of its own. */
  unsure: string
  /** Introduces the gateway's own words. */
  said(text: string): string
}
