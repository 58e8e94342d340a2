/** What the genuine scripts call a phone. An iPad that poses as a Mac is none. */
export const isPhone = () => /\b(iPhone|iP[ao]d)|Android|Mobile/i.test(navigator.userAgent)
export const isApple = () => /\b(iPhone|iP[ao]d)/.test(navigator.userAgent)
