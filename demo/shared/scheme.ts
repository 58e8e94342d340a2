/** Light or dark: what the system prefers, until somebody chooses. Both pages keep to it. */
export type Scheme = 'light' | 'dark'

const KEY = 'demo-scheme'
const system = matchMedia('(prefers-color-scheme: dark)')

export const currentScheme = (): Scheme => {
  const chosen = localStorage.getItem(KEY)
  return chosen === 'light' || chosen === 'dark' ? chosen : system.matches ? 'dark' : 'light'
}

export const chooseScheme = (scheme: Scheme): void => {
  localStorage.setItem(KEY, scheme)
  applyScheme()
}

export const applyScheme = (): void => {
  document.documentElement.dataset['scheme'] = currentScheme()
}

// Told by the other pages of this origin; not by the page that chose.
addEventListener('storage', applyScheme)
system.addEventListener('change', applyScheme)
