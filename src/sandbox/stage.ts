/**
 * The script's own elements, under the names that shops style: one `.imp-dialog` in the body, and on phones a class on
 * the body that hides everything else. What must work is set on the elements themselves, because a page's CSP may
 * refuse the style sheet.
 */
const PROGRESS = 'imp-payment-progress'

const RULES = `
body.${PROGRESS}{position:static}
body.${PROGRESS} > :not(.imp-dialog){display:none}
.imp-dialog{display:none;position:fixed;top:0;right:0;bottom:0;left:0;z-index:99999}`

/** How a window lies over the page. */
const COVER =
  'position:fixed;top:0;right:0;bottom:0;left:0;z-index:99999;overflow:auto;background:rgba(15,23,42,.55)'

/** Adds rules to a document in a way that a CSP lets pass, where the browser has it. Returns how to take them away. */
export const addRules = (doc: Document, rules: string): (() => void) => {
  try {
    const { CSSStyleSheet: Sheet } = doc.defaultView as unknown as { CSSStyleSheet: typeof CSSStyleSheet }
    const sheet = new Sheet()
    sheet.replaceSync(rules)
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet]
    return () => {
      doc.adoptedStyleSheets = doc.adoptedStyleSheets.filter(other => other !== sheet)
    }
  } catch {
    const style = doc.createElement('style')
    style.textContent = rules
    ;(doc.head ?? doc.documentElement).append(style)
    return () => style.remove()
  }
}

export interface Stage {
  /** Makes the dialog, or empties and hides it. */
  build(): void
  /** Shows it. What is in it goes, as far as it takes its leave. */
  show(provider: string, isPhone: boolean): HTMLElement
  /** Shows a window beside it, as `v1` draws one by itself. */
  showOwn(): HTMLElement
  hide(): void
  /** What to do before the content goes. */
  onHide(dismiss: () => void): void
  remove(): void
}

export const makeStage = (): Stage => {
  let dialog: HTMLElement | undefined
  let own: HTMLElement | undefined
  let removeRules: (() => void) | undefined
  const dismissals: (() => void)[] = []

  const hide = (): void => {
    if (dialog) dialog.style.display = 'none'
    // The page is visible again before the focus goes back into it.
    document.body?.classList.remove(PROGRESS)
    for (const dismiss of dismissals.splice(0)) dismiss()
    dialog?.replaceChildren()
    own?.remove()
    own = undefined
  }

  /** The script's dialog has an iframe for each channel, by which a page knows it. Ours stays empty and unseen. */
  const addFrame = (element: HTMLElement, provider: string): void => {
    const frame = document.createElement('iframe')
    frame.className = `imp-frame imp-frame-${provider}`
    frame.title = provider
    frame.style.display = 'none'
    element.append(frame)
  }

  return {
    build: () => {
      removeRules ??= addRules(document, RULES)
      dialog ??= document.createElement('div')
      dialog.className = 'imp-dialog customizable'
      dialog.style.cssText = COVER
      if (!dialog.isConnected) document.body.append(dialog)
      hide()
    },
    show: (provider, isPhone) => {
      const element = dialog!
      for (const dismiss of dismissals.splice(0)) dismiss()
      element.replaceChildren()
      addFrame(element, provider)
      element.className = `imp-dialog customizable ${isPhone ? 'mobile' : 'pc'} payment-${provider}`
      element.style.display = 'block'
      if (isPhone) document.body.classList.add(PROGRESS)
      return element
    },
    showOwn: () => {
      own = document.createElement('div')
      own.id = 'imp-iframe-wrapper'
      own.style.cssText = COVER
      const frame = document.createElement('iframe')
      frame.id = 'imp-iframe'
      frame.title = 'sandbox'
      frame.style.display = 'none'
      own.append(frame)
      document.body.append(own)
      return own
    },
    hide,
    onHide: dismiss => {
      dismissals.push(dismiss)
    },
    remove: () => {
      hide()
      dialog?.remove()
      removeRules?.()
      dialog = removeRules = undefined
    },
  }
}
