/** The shape of the texts of one language. Every code has to be there: one that is added to the package fails to compile. */
import type { PayErrorCode } from '../errors.ts'
import type { GoodVerdict } from '../types/verified.ts'

/** Where a deposit goes, as far as it is known. */
export interface Account {
  number: string
  bank: string | undefined
  holder: string | undefined
  /** A point in time, in words. */
  due: string | undefined
}

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
  /** What to say of a good end. */
  verdicts: Record<GoodVerdict, string>
  /** Where to deposit, and until when. */
  account(account: Account): string
  /** Introduces the gateway's own words. */
  said(text: string): string
}
