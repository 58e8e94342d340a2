/** Sums without the dust of binary fractions: 0.1 and 0.2 dollars are 0.3. */

/** No currency has more digits behind the point. */
const DIGITS = 3

export const round = (amount: number): number => Number(amount.toFixed(DIGITS))

export const sum = (amounts: readonly number[]): number =>
  round(amounts.reduce((total, amount) => total + amount, 0))
