/** The code that does what the form says, ready to be pasted. */
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

interface Parts {
  request: string
  options: string
  /** What the buyer is told, by what the server says. */
  says: string
  verify: string
  lang: Lang
}

/** @param pad how far the call of `requestPay` is indented. */
const partsOf = (pad: string): Parts | undefined => {
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
  const says = registersCard(settings)
    ? { CARD_REGISTERED: t.registered }
    : { PAID: t.paid, ...((!method || method === 'vbank') && { VBANK_ISSUED: t.issued }) }
  return {
    request: literal(draftOf(settings, order).request, pad),
    options: literal(options, '').replace(/\n\s*/g, ' '),
    says: literal(says, ''),
    verify: `// ${t.verify}
const verify = ({ imp_uid, merchant_uid }) =>
  fetch('/payments/complete', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ imp_uid, merchant_uid }),
  })
    .then(reply => reply.json())
    .catch(() => ({}))
    .then(({ code }) => show(says[code] ?? ${literal(t.unsure, '')}))`,
    lang,
  }
}

/** What is the same with a bundler and with a script tag. */
const page = ({ request, options, says, verify, lang }: Parts, make: string, explain: string): string => {
  const t = texts[lang].code
  return `const checkout = ${make}(${options})

const says = ${says}
const show = text => {
  document.querySelector('#notice').textContent = text
}

${verify}

// ${t.mayHavePaid}
const failed = error => (error.mayHavePaid ? verify(error) : show(${explain}))

// ${t.preload}
checkout.load().catch(() => {})

// ${t.leaves}
checkout.resumePay({ onUnfinished: verify }).then(payment => payment && verify(payment), failed)

document.querySelector('#pay').onclick = () => {
  checkout.requestPay(${request}).then(verify, failed)
}
`
}

const esm = (): string => {
  const parts = partsOf('  ')
  if (!parts) return ''
  return `import { createCheckout } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'

${page(parts, 'createCheckout', `describe(error, '${parts.lang}')`)}`
}

const tag = (): string => {
  const parts = partsOf('  ')
  if (!parts) return ''
  const t = texts[parts.lang].code
  // A text with the tag's own end in it would end it.
  const code = page(parts, 'IamportCheckout.createCheckout', literal(t.failed, '')).replace(/<\//g, '<\\/')
  return `<script src="/js/iamport-checkout.min.js"></script>
<button id="pay" type="button">${t.button}</button>
<p id="notice" role="status"></p>
<script>
${indentBy('  ', code)}</script>
`
}

const react = (): string => {
  const parts = partsOf('    ')
  if (!parts) return ''
  const { request, options, says, verify, lang } = parts
  const t = texts[lang].code
  return `import { createCheckout } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'
import { useEffect, useState } from 'react'

const checkout = createCheckout(${options})

const says = ${says}

export const PayButton = () => {
  const [notice, show] = useState('')

${indentBy('  ', verify)}

  // ${t.mayHavePaid}
  const failed = error => (error.mayHavePaid ? verify(error) : show(describe(error, '${lang}')))

  useEffect(() => {
    // ${t.preload}
    checkout.load().catch(() => {})
    // ${t.leaves}
    checkout.resumePay({ onUnfinished: verify }).then(payment => payment && verify(payment), failed)
  }, [])

  const pay = () => {
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
