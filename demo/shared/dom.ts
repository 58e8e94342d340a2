/** Elements without a framework. */
type Child = Node | string | null | undefined | false
type Props = Record<string, string | number | boolean | undefined | ((event: never) => void)>

/** Makes an element. Functions are listeners (`onclick`); `true` is an attribute without a value, `false` is none. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), value as unknown as EventListener)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter((child): child is Node | string => !!child || child === ''))
  return element
}

/** Notes what has the focus, by its id, and where the caret is in it. Returns how to give both to what took its place. */
export const keepFocus = (): (() => void) => {
  const { id, selectionStart: start, selectionEnd: end } = (document.activeElement ?? {}) as HTMLInputElement
  return () => {
    const next = id ? document.getElementById(id) : null
    if (!next || next === document.activeElement) return
    next.focus({ preventScroll: true })
    // Not all inputs have a caret that can be set.
    if (typeof start === 'number') (next as HTMLInputElement).setSelectionRange?.(start, end)
  }
}

/** Puts other children into an element, and keeps the focus where it is. */
export const fill = (element: Element, ...children: Child[]): void => {
  const restoreFocus = element.contains(document.activeElement) ? keepFocus() : undefined
  element.replaceChildren(...children.filter((child): child is Node | string => !!child))
  restoreFocus?.()
}

/** The element that must be there. */
export const byId = (id: string): HTMLElement => document.getElementById(id)!

const SVG = 'http://www.w3.org/2000/svg'

/** A line icon of 24 by 24, drawn in the colour of the text. */
export const icon = (path: string): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
