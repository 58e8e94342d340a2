/**
 * The demo imports the package by its name, as a shop does, and runs what was built (see vite.config.ts). Its types are
 * those of the source, so that they can be checked before anything was built.
 */
declare module 'iamport-checkout' {
  type Library = typeof import('../src/index.ts')
  export const loadIamport: Library['loadIamport']
  export const parseRedirect: Library['parseRedirect']
  export const prepare: Library['prepare']
  export const requestPay: Library['requestPay']
  export const resumePay: Library['resumePay']
  export const isPayError: Library['isPayError']
  export type CheckoutOptions = import('../src/index.ts').CheckoutOptions
  export type Issue = import('../src/index.ts').Issue
  export type PayError = import('../src/index.ts').PayError
  export type UnverifiedPayment = import('../src/index.ts').UnverifiedPayment
}

declare module 'iamport-checkout/messages' {
  type Messages = typeof import('../src/messages/index.ts')
  export const describe: Messages['describe']
  export const describeIssue: Messages['describeIssue']
}

/** A file as the text that it is. */
declare module '*?raw' {
  const text: string
  export default text
}

declare module '*.css'
