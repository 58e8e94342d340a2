/** The engines that the flows run in. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const
export type EngineName = (typeof engineNames)[number]

/** All that the flows ask of a browser. The selectors of `click` are waited for until they can be clicked. */
export interface Tab {
  /** Name and version, as the browser itself says. */
  version: string
  goto(url: string): Promise<void>
  click(selector: string): Promise<void>
  /** Runs a function in the page; it reaches nothing but what it is given. */
  evaluate<Given, Result>(run: (given: Given) => Result, given: Given): Promise<Result>
  back(): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
}

/** What scripts/browser.mjs found. */
export interface Found {
  adapter: string
  path: string
  driver?: string
  display?: string
}

/** Starts a browser of its own with one tab in it. */
export type OpenTab = (found: Found, userAgent?: string) => Promise<Tab>
