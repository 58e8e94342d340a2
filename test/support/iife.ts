/** `dist/iamport-checkout.min.js`, run as a browser runs a script: what it has to give is on the global object. */
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import type * as Package from '../../src/index.ts'

const file = 'dist/iamport-checkout.min.js'
runInThisContext(readFileSync(file, 'utf8'), { filename: file })

export const {
  PayError,
  createCheckout,
  isPayError,
  loadIamport,
  parseRedirect,
  prepare,
  requestPay,
  resumePay,
} = (globalThis as unknown as { IamportCheckout: typeof Package }).IamportCheckout
