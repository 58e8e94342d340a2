/** The code that does what the form says, ready to be pasted. */
import { texts } from '../texts.ts'
import { sinceOf } from './gateways.ts'
import { dryRun } from './issues.ts'
import { draftOf } from './request.ts'
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

interface Parts {
  request: string
  options: string
  leaves: boolean
  lang: 'ko' | 'en'
}

const partsOf = (indent: string): Parts | undefined => {
  const { settings, order } = state
  if (!order) return undefined
  const { account, landing, pg, lang } = settings
  const since = sinceOf(pg)
  const options = {
    userCode: account ?? 'imp00000000',
    ...(since && { sdk: since }),
    ...(landing === 'server' && { redirectUrl: '/payments/landing' }),
  }
  return {
    request: literal(draftOf(settings, order).request, indent),
    options: literal(options, indent).replace(/\n\s*/g, ' '),
    leaves: !!dryRun()?.leavesPage,
    lang,
  }
}

const VERIFY = (pad: string): string =>
  [
    'const verify = ({ imp_uid, merchant_uid }) =>',
    "  fetch('/payments/complete', {",
    "    method: 'POST',",
    "    headers: { 'content-type': 'application/json' },",
    '    body: JSON.stringify({ imp_uid, merchant_uid }),',
    '  })',
  ]
    .map(line => pad + line)
    .join('\n')

const esm = (): string => {
  const parts = partsOf('  ')
  if (!parts) return ''
  const t = texts[parts.lang].code
  return `import { createCheckout } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'

const checkout = createCheckout(${parts.options})

// ${t.verify}
${VERIFY('')}

const failed = async error => {
  // ${t.mayHavePaid}
  if (error.mayHavePaid) await verify(error)
  alert(describe(error, '${parts.lang}'))
}

// ${t.preload}
checkout.load().catch(() => {})

// ${parts.leaves ? t.leaves : t.resume}
checkout.resumePay().then(payment => payment && verify(payment), failed)

payButton.onclick = () => {
  checkout.requestPay(${parts.request}).then(verify, failed)
}
`
}

const tag = (): string => {
  const parts = partsOf('    ')
  if (!parts) return ''
  const t = texts[parts.lang].code
  return `<script src="https://unpkg.com/iamport-checkout"></script>
<script>
  const checkout = IamportCheckout.createCheckout(${parts.options})

  // ${t.verify}
${VERIFY('  ')}

  const failed = async error => {
    // ${t.mayHavePaid}
    if (error.mayHavePaid) await verify(error)
    alert(error.code)
  }

  // ${t.preload}
  checkout.load().catch(() => {})

  // ${parts.leaves ? t.leaves : t.resume}
  checkout.resumePay().then(payment => payment && verify(payment), failed)

  document.querySelector('#pay').onclick = () => {
    checkout.requestPay(${parts.request}).then(verify, failed)
  }
</script>
`
}

const react = (): string => {
  const parts = partsOf('    ')
  if (!parts) return ''
  const t = texts[parts.lang].code
  return `import { createCheckout } from 'iamport-checkout'
import { describe } from 'iamport-checkout/messages'
import { useEffect, useState } from 'react'

const checkout = createCheckout(${parts.options})

// ${t.verify}
${VERIFY('')}

export const PayButton = () => {
  const [notice, setNotice] = useState('')

  const failed = async error => {
    // ${t.mayHavePaid}
    if (error.mayHavePaid) await verify(error)
    setNotice(describe(error, '${parts.lang}'))
  }

  useEffect(() => {
    // ${t.preload}
    checkout.load().catch(() => {})
    // ${parts.leaves ? t.leaves : t.resume}
    checkout.resumePay().then(payment => payment && verify(payment), failed)
  }, [])

  const pay = () =>
    checkout.requestPay(${parts.request.replace(/\n/g, '\n  ')}).then(verify, failed)

  return (
    <>
      <button onClick={pay}>${t.button}</button>
      <p role="status">{notice}</p>
    </>
  )
}
`
}

export const codes = { tag, esm, react } as const
