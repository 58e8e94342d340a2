/**
 * Reads the document in a way that the page's markup can't mislead. An `<img name="scripts">` or a `<form name="body">` takes the
 * place of the document's own members, and an `<h2 id="jQuery">` that of a global. The members of the prototype stay.
 */
const member = (name: string): unknown => Reflect.get(Document.prototype, name, document)

const call = <Result>(name: string, ...args: readonly unknown[]): Result =>
  (member(name) as (...args: readonly unknown[]) => Result).apply(document, args as unknown[])

/** All elements that match, in the order of the document. */
export const elements = <Kind extends Element = HTMLElement>(selector: string): Kind[] => [
  ...call<NodeListOf<Kind>>('querySelectorAll', selector),
]

export const createElement = <Name extends 'script' | 'link'>(name: Name): HTMLElementTagNameMap[Name] =>
  call('createElement', name)

/** The document's body, once it has one. */
export const body = (): HTMLElement | undefined => elements('body')[0]

/** The element that others can be added to at any time: the head, else the root. */
export const headOrRoot = (): Element | undefined =>
  elements<Element>('head')[0] ?? elements<Element>(':root')[0]

export const baseAddress = (): string => String(member('baseURI'))

export const isLoaded = (): boolean => member('readyState') === 'complete'

/** The element on top at a point of the view; undefined outside of the view. */
export const elementAt = (x: number, y: number): Element | undefined =>
  call<Element | null>('elementFromPoint', x, y) ?? undefined

/** A global that a script has set; undefined for an element that only has the global's name as its id. */
export const ownGlobal = (name: string): unknown =>
  Object.getOwnPropertyDescriptor(window, name) && (window as unknown as Record<string, unknown>)[name]
