type Page = Window & typeof globalThis

/**
 * Puts a function in the place of one of the window's for a while. It has to call through.
 *
 * @returns what puts the original back. If the page has wrapped ours meanwhile, its wrapper stays, and ours only calls
 * through.
 */
export const patch = <Name extends 'alert' | 'open'>(
  name: Name,
  wrap: (original: Page[Name], isWatching: () => boolean) => Page[Name],
): (() => void) => {
  const original = window[name]
  let isWatching = true
  const ours = wrap(original, () => isWatching)
  try {
    window[name] = ours
  } catch {
    // A page may forbid it; then the package does not learn what it would have learned.
    return () => {}
  }
  return () => {
    isWatching = false
    if (window[name] === ours) window[name] = original
  }
}
