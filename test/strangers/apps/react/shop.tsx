/** The shop as somebody writes it who thinks of neither StrictMode nor the server. */
import { isPayError, loadIamport, requestPay, resumePay, type UnverifiedPayment } from 'iamport-checkout'
import { describeError } from 'iamport-checkout/messages'
import { useEffect, useState } from 'react'

const options = { userCode: 'imp12345678', sdk: { src: '/sdk.js', jquery: false as const } }
const order = { merchant_uid: 'order_1', name: '주문명', amount: 14000, buyer_tel: '010-1234-5678' }

const tell = (payment: UnverifiedPayment) => `${payment.via} ${payment.merchant_uid} ${payment.imp_uid}`
const explain = (error: unknown) => (isPayError(error) ? describeError(error, 'en') : String(error))

/** For the test: how often an effect ran, which says whether StrictMode is at work. */
const count = (name: string) => {
  const counts = globalThis as unknown as Record<string, number | undefined>
  counts[name] = (counts[name] ?? 0) + 1
}

function Landing() {
  const [results, setResults] = useState<string[]>([])
  useEffect(() => {
    count('landings')
    let isGone = false
    const add = (text: string) => {
      if (!isGone) setResults(earlier => [...earlier, text])
    }
    resumePay().then(
      payment => payment && add(tell(payment)),
      error => add(explain(error)),
    )
    return () => {
      isGone = true
    }
  }, [])
  return (
    <ol>
      {results.map(text => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  )
}

function PayButton() {
  const [text, setText] = useState('')
  const [isWarm, setWarm] = useState(false)
  useEffect(() => {
    count('preloads')
    loadIamport(options).then(
      () => setWarm(true),
      error => setText(explain(error)),
    )
  }, [])
  const onClick = () => {
    requestPay({ pg: 'html5_inicis', ...order }, options).then(
      payment => setText(tell(payment)),
      error => setText(explain(error)),
    )
  }
  return (
    <>
      <button type="button" disabled={!isWarm} onClick={onClick}>
        Pay
      </button>
      <output>{text}</output>
    </>
  )
}

export function Shop() {
  return (
    <>
      <Landing />
      <PayButton />
    </>
  )
}
