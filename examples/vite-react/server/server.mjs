import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { createOrder, readOrder } from './orders.mjs'
import { payments, sandbox } from './payments.mjs'

const { PORT = '3000' } = process.env

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

// An order is made before its payment.
app.post('/api/orders', async (_, res) => {
  res.json(await createOrder())
})
app.get('/api/orders/:merchant_uid', async (req, res) => {
  const order = await readOrder(req.params.merchant_uid)
  if (order) res.json(order)
  else res.sendStatus(404)
})

app.post('/payments/complete', web(payments.complete))
app.post('/payments/webhook', web(payments.webhook))

// The sandbox in place of cdn.iamport.kr and api.iamport.kr. Where there is an account, there is none of it.
app.get('/sandbox.js', (_, res) => {
  const file = fileURLToPath(import.meta.resolve('iamport-checkout/dist/sandbox.min.js'))
  if (sandbox) res.sendFile(file)
  else res.type('js').send('')
})
if (sandbox) app.all(['/ledger', '/sandbox/{*action}'], web(sandbox.handle))

// The pages: as they are built, or from Vite while they are written. All addresses are those of the app's router.
if (process.argv.includes('--dev')) {
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  app.use(vite.middlewares)
} else {
  app.use(express.static('dist'))
  app.use((_, res) => res.sendFile(resolve('dist/index.html')))
}

app.listen(Number(PORT), () => console.log(`http://localhost:${PORT}`))
