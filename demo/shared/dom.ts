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

/** Puts other children into an element, and keeps the focus where it is, by the id of what has it. */
export const fill = (element: Element, ...children: Child[]): void => {
  const { activeElement } = document
  const id = activeElement && element.contains(activeElement) ? activeElement.id : ''
  element.replaceChildren(...children.filter((child): child is Node | string => !!child))
  if (id) document.getElementById(id)?.focus({ preventScroll: true })
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
