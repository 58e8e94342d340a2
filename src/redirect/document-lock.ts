/**
 * Tells a document that pays from a copy of its tab. A tab that is duplicated, or opened by the page, gets a copy of the
 * tab's memory, and would report the payment that is still going on in the other one as abandoned.
 *
 * The browser's locks say whether a document lives: they are released when it is left, however that happens. Where a browser
 * has no locks (plain http, old browsers) a copy can't be told from the original.
 */

/** How long a document that the browser is leaving may keep its lock, in ms. */
const LEAVING = 300

const locks = (): LockManager | undefined => navigator.locks

/** A lock that this document holds. */
export interface DocumentLock {
  readonly name: string
  release(): void
}

const newName = (): string =>
  `iamport-checkout ${Date.now().toString(36)} ${Math.random().toString(36).slice(2)}`

/** Takes a lock, until it is released or the document is left. Without a name the lock gets a new one. */
export const takeLock = (name = newName()): DocumentLock | undefined => {
  const manager = locks()
  if (!manager) return undefined
  let release: () => void = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  // A browser may refuse locks to a frame of another site.
  manager.request(name, () => held).catch(() => {})
  return { name, release }
}

const isHeldNow = async (name: string): Promise<boolean> => {
  const { held = [] } = (await locks()?.query()) ?? {}
  return held.some(lock => lock.name === name)
}

/** Whether another document holds a lock, and so is alive. */
export const isHeld = async (name: string | undefined): Promise<boolean> => {
  if (!name) return false
  try {
    if (!(await isHeldNow(name))) return false
    await new Promise(resolve => setTimeout(resolve, LEAVING))
    return await isHeldNow(name)
  } catch {
    return false
  }
}
