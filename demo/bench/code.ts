/** The code that does what the form says, ready to be pasted. What is the same in all of it is what the demo's shop runs. */
import { version } from '../../package.json'
import { SANDBOX_CODE } from '../shared/ticket.ts'
import shopCode from '../shop/checkout.ts?raw'
import { texts } from '../texts.ts'
import { sinceOf } from './gateways.ts'
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

const indentBy = (pad: string, text: string): string => text.replace(/^(?=.)/gm, pad)

/** The lines of demo/shop/checkout.ts between its two marks. */
const shownLines = /\/\/ <code>\n([\s\S]*?)\n *\/\/ <\/code>/.exec(shopCode)![1]!.replace(/^ {2}/gm, '')

interface Values {
  options: string
  merchant_uid: string
  /** With the indent of where it stands. */
  request(indent: string): string
}

const valuesOf = (): Values | undefined => {
  const { settings, order } = state
  if (!order) return undefined
  const { account, landing, pg, lang } = settings
  const since = sinceOf(pg)
  const options = {
    userCode: account ?? SANDBOX_CODE,
    verify: '/payments/complete',
    ...(since && { sdk: since }),
    ...(landing === 'server' && { redirectUrl: '/payments/landing' }),
  }
  const whose = account ? '' : ` // ${texts[lang].code.whose}`
  const written = literal(options, '').replace(/^(\s*userCode: .*)$/m, `$1${whose}`)
  const { request } = draftOf(settings, order)
  return {
    options: written.replace(/\n\}$/, ',\n}'),
    merchant_uid: literal(order.merchant_uid, ''),
    request: indent => literal(request, indent),
  }
}

/** The shop's lines with the form's values in place of `page.…`, and their comments in the language of now. */
const shopLines = ({ options, merchant_uid, request }: Values): string => {
  const comments = [...texts[state.settings.lang].code.comments]
  return shownLines
    .replace(/^\/\/ .*$/gm, comment => `// ${comments.shift() ?? comment}`)
    .replace('page.options', () => options)
    .replace('page.merchant_uid', () => merchant_uid)
    .replace('page.request', () => request('    '))
    .replace(/page\./g, '')
}

/** What the page has to have. */
const elements = (): string[] => [
  `<button id="pay" type="button">${texts[state.settings.lang].code.button}</button>`,
  '<p id="notice" role="status"></p>',
]

/** The shop's lines, and what joins them to the page's two elements. */
const pageLines = (values: Values, isTyped: boolean): string => {
  const { lang } = state.settings
  const as = (type: string): string => (isTyped ? type : '')
  return `${shopLines(values)}

const show = (text${as(': string')}) => {
  document.querySelector('#notice')${as('!')}.textContent = text
}
const showStep = (step${as(': ProgressStep')}) => show(step === 'verifying' ? ${literal(texts[lang].code.checking, '')} : '')
const showPayment = (payment${as(': VerifiedPayment')}) => show(describePayment(payment, '${lang}'))
const showError = (error${as(': PayError')}) => show(describeError(error, '${lang}'))

resume()
document.querySelector${as('<HTMLElement>')}('#pay')${as('!')}.onclick = pay
`
}

const esm = (isTyped: boolean): string => {
  const values = valuesOf()
  if (!values) return ''
  const types = isTyped ? ', type PayError, type ProgressStep, type VerifiedPayment' : ''
  return `import { createCheckout${types} } from 'iamport-checkout'
import { describeError, describePayment } from 'iamport-checkout/messages'

${elements()
  .map(line => `// ${line}`)
  .join('\n')}

${pageLines(values, isTyped)}`
}

const tag = (): string => {
  const values = valuesOf()
  if (!values) return ''
  // A text with the tag's own end in it would end it, and one with `<!--<script>` keep it from ending.
  const code = pageLines(values, false).replace(/<(?=\/|!--|script)/gi, '\\x3C')
  return `<script src="/js/iamport-checkout-${version}.min.js"></script>
${elements().join('\n')}
<script>
  const { createCheckout, describeError, describePayment } = IamportCheckout

${indentBy('  ', code)}</script>
`
}

const react = (): string => {
  const values = valuesOf()
  if (!values) return ''
  const t = texts[state.settings.lang].code
  return `import { createCheckout } from 'iamport-checkout'
import { useCheckout } from 'iamport-checkout/react'

const checkout = createCheckout(${values.options})

// ${t.hook}
export const PayButton = () => {
  const { pay, status, error, text } = useCheckout(checkout, { merchant_uid: ${values.merchant_uid} })
  // ${t.mayPay}
  const mayPay = status === 'idle' || error?.mayHavePaid === false

  return (
    <>
      <button type="button" disabled={!mayPay} onClick={() => pay(${values.request('      ')})}>
        ${t.button}
      </button>
      <p role="status">{text}</p>
    </>
  )
}
`
}

export const codes = { tag, esm, react } as const
