/** One of two servers: its half of the calls, and then, if it is told to, the job that looks for what was missed. */
import pg from 'pg'
import { postgresOrders } from '../../../docs/stores/postgres.ts'
import { createPayments, PortOneError } from '../../../src/server/index.ts'
import { KEY, SECRET } from '../../support/portone-api.ts'
import { callOnce, randomWith } from '../torture.ts'

const { POSTGRES_PORT, API, COUNT, SEED, CALLS } = process.env
const tell = (message: object) => process.send!(message)

const pool = new pg.Pool({
  host: '127.0.0.1',
  port: Number(POSTGRES_PORT),
  user: 'shop',
  database: 'postgres',
  max: 10,
})
const payments = createPayments({
  key: KEY,
  secret: SECRET,
  api: API!,
  orders: postgresOrders(pool),
  onChange: ({ merchant_uid, previous, verdict }) => {
    if (previous === null) tell({ told: `${verdict} ${merchant_uid}` })
  },
  onError: error => {
    if (!(error instanceof PortOneError)) tell({ error: String(error) })
  },
})

process.on('message', async ({ reconcile }: { reconcile: number }) => {
  try {
    tell({ report: await payments.reconcile({ since: reconcile }) })
  } catch (error) {
    tell({ error: String(error) })
  }
})

const random = randomWith(Number(SEED))
const all: Promise<void>[] = []
for (let call = 0; call < Number(CALLS); call += 1) {
  all.push(callOnce(payments, Number(COUNT), random))
  if (call % 5 === 0) await new Promise(resolve => setTimeout(resolve, 10))
}
await Promise.all(all).then(
  () => tell({ isDone: true }),
  error => tell({ error: String(error) }),
)
