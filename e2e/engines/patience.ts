/** How long anything in a browser may take, and how often to look, in ms: machines are busy at times. */
export const patience = { timeout: 30_000, interval: 50 }
