/** Warns when the payment window is open and the buyer can't click it. */
import type { Issue } from '../issue.ts'
import { openDialog, ownWindow } from '../sdk/dom.ts'
import { elementAt } from '../util/document.ts'
import { makeIssue } from '../validation/context.ts'
import type { WatchedPayment } from './watched-payment.ts'

/** How long a window may take to reach its place on the page, in ms. */
const SETTLING = 500

/** Names an element of the page by its tag and id, for the developer to find it. */
const nameOf = (element: Element): string => {
  const id = element.id && `#${element.id}`
  return `<${element.localName}${id}>`
}

const windowOf = ({ driver }: WatchedPayment): Element | undefined =>
  openDialog() ?? ownWindow() ?? [...(driver?.drawn ?? [])].find(element => element.isConnected)

/**
 * The element on top of the window's middle, if that is not the window itself: a modal `<dialog>` of the shop's, a layer with a
 * higher z-index, or the page behind it where `pointer-events: none` lets clicks through.
 */
const findCover = (payment: WatchedPayment): Element | undefined => {
  const element = windowOf(payment)
  if (!element) return undefined
  const { left, top, width, height } = element.getBoundingClientRect()
  if (!width || !height) return undefined
  const onTop = elementAt(left + width / 2, top + height / 2)
  return onTop && !element.contains(onTop) ? onTop : undefined
}

/** Looks, once the window is in its place, whether the buyer can click it. Returns a function that calls the look off. */
export const warnIfCovered = (payment: WatchedPayment, warn: (issue: Issue) => void): (() => void) => {
  const timer = setTimeout(() => {
    try {
      const cover = findCover(payment)
      if (cover)
        warn(makeIssue('warning', 'COVERED', 'The payment window', 'uncovered-window', nameOf(cover)))
    } catch {
      // A page whose layout can't be read gets no warning.
    }
  }, SETTLING)
  return () => clearTimeout(timer)
}
