/** What the package asks of the browser. Read when a function is called, never on import: a server may import us. */

/** Whether there is a page at all. A worker has no document either. */
export const inBrowser = (): boolean => typeof document === 'object'

/**
 * Whether gateways treat this browser as a phone. The first test is the SDK's own. The second is an iPad that poses as
 * a Mac: the SDK takes it for a PC, some gateways for a tablet, and readiness to leave the page harms in neither case.
 */
export const isPhone = (): boolean =>
  inBrowser() &&
  (/\b(iPhone|iP[ao]d)|Android|Mobile/i.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1))
