/** The head of the workbench: which mode it is in, language, light or dark, and the merchant's own account. */
import { byId, h, icon, keepFocus } from '../shared/dom.ts'
import { chooseScheme, currentScheme } from '../shared/scheme.ts'
import { texts } from '../texts.ts'
import { change, state } from './store.ts'

const SUN =
  'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4'
const MOON = 'M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7'

/** What the merchant code of an account looks like. */
const CODE = 'imp[0-9]{6,}'

const makeDialog = (): HTMLDialogElement => {
  const t = texts[state.settings.lang].account
  const input = h('input', {
    id: 'user-code',
    type: 'text',
    name: 'code',
    required: true,
    pattern: CODE,
    placeholder: 'imp12345678',
    autocomplete: 'off',
    'aria-describedby': 'user-code-hint',
    oninput: () => judge(),
  })
  /** The browser's own words tell neither what is asked for nor in the page's language. */
  const judge = (): void => {
    input.setCustomValidity('')
    input.setCustomValidity(input.validity.valid ? '' : t.wrong)
  }
  judge()
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'account-title' },
    h(
      'form',
      {
        method: 'dialog',
        onsubmit: (event: SubmitEvent) => {
          if ((event.submitter as HTMLButtonElement | null)?.value === 'use')
            change({ account: input.value, trouble: 'none', device: 'pc' })
        },
      },
      h('h2', { id: 'account-title' }, t.open),
      ...t.what.map(line => h('p', {}, line)),
      h(
        'p',
        { class: state.hasKey ? 'hint' : 'issue', 'data-level': 'warning' },
        state.hasKey ? t.hasKey : t.noKey,
      ),
      h(
        'div',
        { class: 'field' },
        h('label', { for: 'user-code' }, h('span', {}, t.code), h('code', {}, 'userCode')),
        input,
      ),
      h('p', { class: 'hint', id: 'user-code-hint' }, t.where),
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'submit', class: 'quiet', value: 'cancel', formnovalidate: true }, t.cancel),
        h('button', { type: 'submit', class: 'primary', value: 'use', id: 'use-account' }, t.use),
      ),
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  return dialog
}

const openDialog = (): void => {
  const dialog = makeDialog()
  document.body.append(dialog)
  dialog.showModal()
}

const makeMode = (): HTMLElement => {
  const { lang, account } = state.settings
  const t = texts[lang]
  return h(
    'p',
    { class: account ? 'mode mode-real' : 'mode', id: 'mode' },
    h('span', {}, account ? t.mode.real(account) : t.mode.sandbox),
    account
      ? h(
          'button',
          { type: 'button', class: 'link', id: 'leave-account', onclick: () => change({ account: null }) },
          t.account.leave,
        )
      : h(
          'button',
          { type: 'button', class: 'link', id: 'open-account', onclick: openDialog },
          t.account.open,
        ),
  )
}

/** What this is, and where one reads on. The server gives the repository's own documents. */
const makeIntro = (): HTMLElement[] => {
  const { lang } = state.settings
  const { intro, links } = texts[lang].head
  const addresses = {
    readme: lang === 'ko' ? '/README.ko.md' : '/README.md',
    errors: '/docs/errors.md',
    gateways: '/docs/gateways.md',
    portone: 'https://developers.portone.io',
  }
  return [
    h('p', { class: 'intro' }, intro),
    h(
      'nav',
      { id: 'links', 'aria-label': links.label },
      ...Object.entries(addresses).map(([name, href]) =>
        h('a', { href, target: '_blank', rel: 'noreferrer' }, links[name as keyof typeof addresses]),
      ),
    ),
  ]
}

export const drawHead = (): void => {
  const { lang } = state.settings
  const t = texts[lang].head
  const isDark = currentScheme() === 'dark'
  const restoreFocus = keepFocus()
  const flipLang = (): void => {
    // Else the address would choose again at the next load.
    const url = new URL(location.href)
    url.searchParams.delete('lang')
    history.replaceState(history.state, '', url)
    change({ lang: lang === 'ko' ? 'en' : 'ko' })
  }
  const flip = (): void => {
    chooseScheme(isDark ? 'light' : 'dark')
    drawHead()
  }
  byId('head').replaceChildren(
    h('h1', {}, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'iamport-checkout'),
    makeMode(),
    h(
      'div',
      { class: 'tools' },
      h(
        'button',
        {
          type: 'button',
          class: 'tool wide',
          id: 'lang',
          lang: lang === 'ko' ? 'en' : 'ko',
          onclick: flipLang,
        },
        t.otherLanguage,
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'tool',
          id: 'scheme',
          'aria-pressed': String(isDark),
          'aria-label': t.dark,
          title: t.dark,
          onclick: flip,
        },
        icon(isDark ? SUN : MOON),
      ),
    ),
    ...makeIntro(),
  )
  restoreFocus()
}

/** On narrow screens one part is shown at a time. */
export const drawViews = (): void => {
  const t = texts[state.settings.lang]
  const main = byId('bench')
  const views = byId('views')
  const restoreFocus = keepFocus()
  views.setAttribute('aria-label', t.views.label)
  views.replaceChildren(
    ...(['form', 'stage', 'inspector'] as const).map(view =>
      h(
        'button',
        {
          type: 'button',
          id: `view-${view}`,
          'aria-pressed': String(main.dataset['view'] === view),
          onclick: () => {
            main.dataset['view'] = view
            drawViews()
            dispatchEvent(new Event('resize'))
          },
        },
        t.views[view],
      ),
    ),
  )
  restoreFocus()
}
