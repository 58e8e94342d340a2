import type * as Package from '../../src/index.ts'

/** What e2e/pages/shop.js puts on the page, for code that tests evaluate there. */
declare global {
  interface Window {
    IamportCheckout: typeof Package
    shop: {
      request: Package.PayRequest
      options: Package.CheckoutOptions
      late: unknown[]
      warnings: Package.Issue[]
      progress: string[]
      calledAtOnce: boolean
    }
    calls: Record<string, unknown>[]
    pay(): Promise<Package.UnverifiedPayment>
    describeOutcome(outcome: unknown): unknown
    __IAMPORT_SANDBOX__: object
  }
}
