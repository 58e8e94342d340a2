export const median = list => {
  const sorted = [...list].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** With as many digits as say something. */
export const asRatio = (value, base) => {
  const ratio = value / base
  return ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0)
}

export const asMs = ms => ms.toFixed(ms < 10 ? 2 : 0)
