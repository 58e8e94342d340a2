import { fileURLToPath } from 'node:url'
import express from 'express'
import { createOrder, readOrder } from './orders.mjs'
import { payments, sandbox } from './payments.mjs'

const { PORT = '3000' } = process.env
const fileOf = name => fileURLToPath(import.meta.resolve(name))

/**
 * What came, as text. A parser that ran before, such as `express.json()`, has made an object of it, which is handed on as the
 * JSON that it was.
 */
const textOf = body => {
  const isParsed = typeof body === 'object' && !(body instanceof Uint8Array)
  return isParsed ? JSON.stringify(body) : body
}

/** Answers as a function of the web's `Request` and `Response` does. */
const web = handle => async (req, res) => {
  const { method, headers, body } = req
  const answer = await handle(
    new Request(`http://${headers.host}${req.originalUrl}`, { method, headers, body: textOf(body) }),
  )
  res
    .status(answer.status)
    .set(Object.fromEntries(answer.headers))
    .send(await answer.text())
}

const app = express()
app.use(express.text({ type: () => true }))
app.use(express.static('public'))
app.get('/iamport-checkout.js', (_, res) =>
  res.sendFile(fileOf('iamport-checkout/dist/iamport-checkout.min.js')),
)

// An order is made before its payment, and its page has an address of its own: a reload finds it.
app.post('/orders', async (_, res) => {
  const { merchant_uid } = await createOrder()
  res.redirect(303, `/order.html?id=${merchant_uid}`)
})
app.get('/orders/:merchant_uid', async (req, res) => {
  const order = await readOrder(req.params.merchant_uid)
  if (order) res.json(order)
  else res.sendStatus(404)
})

app.post('/payments/complete', web(payments.complete))
app.post('/payments/webhook', web(payments.webhook))

// The sandbox in place of cdn.iamport.kr and api.iamport.kr. Where there is an account, there is none of it.
app.get('/sandbox.js', (_, res) => {
  if (sandbox) res.sendFile(fileOf('iamport-checkout/dist/sandbox.min.js'))
  else res.type('js').send('')
})
if (sandbox) app.all(['/ledger', '/sandbox/{*action}'], web(sandbox.handle))

app.listen(Number(PORT), () => console.log(`http://localhost:${PORT}`))
