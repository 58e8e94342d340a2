type Page = Window & typeof globalThis

/**
 * Puts a function of the window aside for a while.
 *
 * @returns what puts it back. If the page has wrapped ours meanwhile, its wrapper stays, and ours only calls through.
 */
export const patch = <Name extends 'alert' | 'open'>(
  name: Name,
  wrap: (original: Page[Name]) => Page[Name],
): (() => void) => {
  const original = window[name]
  const ours = wrap(original)
  try {
    window[name] = ours
  } catch {
    // A page may forbid it; then what this function would have told is not known.
    return () => {}
  }
  return () => {
    if (window[name] === ours) window[name] = original
  }
}
