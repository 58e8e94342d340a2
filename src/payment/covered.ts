/** Warns when the payment window is open and the buyer can't click it. */
import type { Issue } from '../issue.ts'
import { openDialog, ownWindow } from '../sdk/dom.ts'
import { elementAt } from '../util/document.ts'
import { makeIssue } from '../validation/context.ts'
import type { WatchedPayment } from './watched-payment.ts'

/** How long a window may take to be where it belongs, in ms. */
const SETTLING = 500

/** Describes an element of the page as a selector would, for the developer to find it. */
const nameOf = (element: Element): string => {
  const id = element.id && `#${element.id}`
  return `<${element.localName}${id}>`
}

const windowOf = ({ driver }: WatchedPayment): Element | undefined =>
  openDialog() ?? ownWindow() ?? [...(driver?.drawn ?? [])].find(element => element.isConnected)

/**
 * What is on top of the window's middle, where it is not the window itself: a modal `<dialog>` of the shop's, a layer with a
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

/** Looks, once the window has settled, whether it can be clicked. Returns what ends that. */
export const warnIfCovered = (payment: WatchedPayment, warn: (issue: Issue) => void): (() => void) => {
  const timer = setTimeout(() => {
    try {
      const cover = findCover(payment)
      if (cover)
        warn(makeIssue('warning', 'COVERED', 'The payment window', 'uncovered-window', nameOf(cover)))
    } catch {
      // A page that can't be asked can't be warned.
    }
  }, SETTLING)
  return () => clearTimeout(timer)
}
