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

/**
 * An amount as a whole number of the smallest unit, or undefined for what is no amount: text, a negative number, a
 * fraction that the currency doesn't have (14000.5 won), a number too large to be exact.
 */
export const toUnits = (amount: unknown, currency: string): number | undefined => {
  if (typeof amount !== 'number') return undefined
  // JavaScript writes the shortest decimal that names a number, and that is what was sent. No sign, no exponent.
  const digits = /^(\d+)(?:\.(\d+))?$/.exec(String(amount))
  if (!digits) return undefined
  const [, whole = '', fraction = ''] = digits
  const decimals = decimalsOf(currency)
  if (fraction.length > decimals) return undefined
  const units = Number(whole + fraction.padEnd(decimals, '0'))
  return Number.isSafeInteger(units) ? units : undefined
}

/** The amount in the main unit. The division of two whole numbers gives the number that the decimal text would. */
export const fromUnits = (units: number, currency: string): number => units / 10 ** decimalsOf(currency)

/** A currency's code as it is compared: `krw` is KRW. Undefined for what is no code. */
export const toCurrency = (code: unknown): string | undefined =>
  typeof code === 'string' && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : undefined
