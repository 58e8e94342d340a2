/** Replaces a function of the window for a while. */

type Page = Window & typeof globalThis

/**
 * Replaces a function of the window. The replacement has to call the original.
 *
 * @returns a function that puts the original back. If the page has wrapped ours meanwhile, the page's wrapper stays, and ours
 * only calls the original.
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
    // A page may forbid the replacement. The watcher then notices nothing.
    return () => {}
  }
  return () => {
    isWatching = false
    if (window[name] === ours) window[name] = original
  }
}
