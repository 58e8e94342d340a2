/** Money is compared as a whole number of the currency's smallest unit: 59.97 * 100 is 5996.999…, and 5997 is meant. */

/** Currencies of ISO 4217 whose smallest unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3])),
}

/** Digits after the point: 0 for KRW and JPY, 3 for KWD, 2 for USD and all that have no rule of their own. */
export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2

/** A number, finite, 0 or more. */
export const isAmount = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0

/** What adding binary fractions may put beside an amount: 0.1 + 0.2 is 0.30000000000000004, and 30 cents are meant. */
const noiseOf = (amount: number): number => Math.max(amount, 1) * Number.EPSILON * 8

/**
 * An amount as a whole number of the smallest unit, or undefined for what is no amount: text, a negative number, a
 * fraction that the currency doesn't have (14000.5 won), a number too large to be exact.
 */
export const toUnits = (amount: unknown, currency: string): number | undefined => {
  if (!isAmount(amount)) return undefined
  const text = amount.toFixed(decimalsOf(currency))
  if (Math.abs(amount - Number(text)) > noiseOf(amount)) return undefined
  const units = Number(text.replace('.', ''))
  return Number.isSafeInteger(units) ? units : undefined
}

/** The amount in the main unit. The division of two whole numbers gives the number that the decimal text would. */
export const fromUnits = (units: number, currency: string): number => units / 10 ** decimalsOf(currency)

/** A currency's code as it is compared: `krw` is KRW. Undefined for what is no code. */
export const toCurrency = (code: unknown): string | undefined =>
  typeof code === 'string' && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : undefined
