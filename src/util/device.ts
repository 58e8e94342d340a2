/** Questions to the browser. They are asked when a function is called, never on import: a server may import the package. */

/** Whether there is a page at all. A worker has no document either. */
export const inBrowser = (): boolean => typeof document === 'object'

/**
 * Whether gateways treat this browser as a phone. The first test is the script's own. The second finds an iPad that poses as a
 * Mac: the script takes it for a PC, some gateways take it for a tablet, and an address to come back to harms in neither case.
 */
export const isPhone = (): boolean =>
  inBrowser() &&
  (/\b(iPhone|iP[ao]d)|Android|Mobile/i.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1))
