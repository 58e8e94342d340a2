/** The code that does what the form says, ready to be pasted. */
import { version } from '../../package.json'
import { type Lang, SANDBOX_CODE } from '../shared/ticket.ts'
import { texts } from '../texts.ts'
import { sinceOf } from './gateways.ts'
import { draftOf } from './request.ts'
import { registersCard } from './settings.ts'
import { state } from './store.ts'

/** A value as people write it in JavaScript. */
const literal = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replace(
      /"((?:[^"\\]|\\.)*)"/g,
      (_, text: string) => `'${text.replace(/\\"/g, '"').replace(/'/g, "\\'")}'`,
    )
    .replace(/\n/g, `\n${indent}`)

const indentBy = (pad: string, text: string): string => text.replace(/^(?=.)/gm, pad)

/** What TypeScript wants beyond JavaScript. */
type As = (type: string) => string
const asOf =
  (isTyped: boolean): As =>
  type =>
    isTyped ? type : ''

interface Parts {
  as: As
  request: string
  options: string
  /** Behind the options: the sandbox's merchant code is nobody's. */
  whose: string
  /** What the buyer is told, by what the server says. */
  says: string
  verify: string
  failed: string
  lang: Lang
}

/** @param pad how far the call of `requestPay` is indented. */
const partsOf = (
  pad: string,
  as: As,
  explain = `describe(error, '${state.settings.lang}')`,
): Parts | undefined => {
  const { settings, order } = state
  if (!order) return undefined
  const { account, landing, pg, method, lang } = settings
  const t = texts[lang].code
  const since = sinceOf(pg)
  const options = {
    userCode: account ?? SANDBOX_CODE,
    ...(since && { sdk: since }),
    ...(landing === 'server' && { redirectUrl: '/payments/landing' }),
  }
  const says = {
    ...(registersCard(settings)
      ? { registered: t.registered }
      : { paid: t.paid, ...((!method || method === 'vbank') && { awaiting: t.issued }) }),
    unpaid: t.unpaid,
  }
  return {
    as,
    request: literal(draftOf(settings, order).request, pad),
    options: literal(options, '').replace(/\n\s*/g, ' '),
    whose: account ? '' : ` // ${t.whose}`,
    says: `// ${t.says}
const says${as(': Record<string, string>')} = ${literal(says, '')}`,
    verify: `// ${t.verify}
const verify = ({ imp_uid, merchant_uid }${as(': { imp_uid?: string | null; merchant_uid?: string }')}) =>
  fetch('/payments/complete', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ imp_uid, merchant_uid }),
  })
    .then(reply => reply.json())
    .catch(() => ({}))
    .then(({ verdict }) => show(says[verdict] ?? ${literal(t.unsure, '')}))`,
    failed: `// ${t.mayHavePaid}
const failed = (error${as(': PayError')}) => (error.mayHavePaid ? verify(error) : show(${explain}))`,
    lang,
  }
}

/** What is the same with a bundler and with a script tag. */
const page = ({ as, request, options, whose, says, verify, failed, lang }: Parts, make: string): string => {
  const t = texts[lang].code
  return `const checkout = ${make}(${options})${whose}

${says}
const show = (text${as(': string')}) => {
  document.querySelector('#notice')${as('!')}.textContent = text
}

${verify}

${failed}

// ${t.preload}
checkout.load().catch(() => {})

// ${t.leaves}
checkout.resumePay({ onUnfinished: verify }).then(payment => payment && verify(payment), failed)

document.querySelector${as('<HTMLElement>')}('#pay')${as('!')}.onclick = () => {
  // ${t.stored}
  checkout.requestPay(${request}).then(verify, failed)
}
`
}

const imports = (as: As): string => `import { createCheckout${as(', type PayError')} } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'`

/** What the page has to have. */
const elements = (lang: Lang): string[] => [
  `<button id="pay" type="button">${texts[lang].code.button}</button>`,
  '<p id="notice" role="status"></p>',
]

const esm = (isTyped: boolean): string => {
  const parts = partsOf('  ', asOf(isTyped))
  if (!parts) return ''
  return `${imports(parts.as)}

${elements(parts.lang)
  .map(line => `// ${line}`)
  .join('\n')}

${page(parts, 'createCheckout')}`
}

const tag = (): string => {
  const { lang } = state.settings
  const parts = partsOf('  ', asOf(false), literal(texts[lang].code.failed, ''))
  if (!parts) return ''
  // A text with the tag's own end in it would end it, and one with `<!--<script>` keep it from ending.
  const code = page(parts, 'IamportCheckout.createCheckout').replace(/<(?=\/|!--|script)/gi, '\\x3C')
  return `<script src="/js/iamport-checkout-${version}.min.js"></script>
${elements(lang).join('\n')}
<script>
${indentBy('  ', code)}</script>
`
}

const react = (isTyped: boolean): string => {
  const parts = partsOf('    ', asOf(isTyped))
  if (!parts) return ''
  const { request, options, whose, says, verify, failed, lang } = parts
  const t = texts[lang].code
  return `${imports(parts.as)}
import { useEffect, useState } from 'react'

const checkout = createCheckout(${options})${whose}

${says}

export const PayButton = () => {
  const [notice, show] = useState('')

${indentBy('  ', verify)}

${indentBy('  ', failed)}

  useEffect(() => {
    // ${t.preload}
    checkout.load().catch(() => {})
    // ${t.leaves}
    checkout.resumePay({ onUnfinished: verify }).then(payment => payment && verify(payment), failed)
  }, [])

  const pay = () => {
    // ${t.stored}
    checkout.requestPay(${request}).then(verify, failed)
  }

  return (
    <>
      <button type="button" onClick={pay}>${t.button}</button>
      <p role="status">{notice}</p>
    </>
  )
}
`
}

export const codes = { tag, esm, react } as const
