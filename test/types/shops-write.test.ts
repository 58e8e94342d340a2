/** What shops write as types: an order of theirs is often an interface, which has no index signature. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())

const START = `import { createCheckout, type PayRequest, prepare, requestPay } from '../../src/index.ts'
const shop = { userCode: 'imp12345678' }
const checkout = createCheckout(shop)
interface OrderRequest { merchant_uid: string; amount: number; name?: string; pg: 'html5_inicis'; buyer_tel: string }
interface CartOrder extends OrderRequest { readonly cart: readonly string[] }
class SavedOrder { merchant_uid = 'order_1'; amount = 14000; buyer_tel = '010-0000-1001' }
interface TextAmount { merchant_uid: string; amount: string }
interface WithoutNumber { amount: number }
interface Misspelt { merchant_uid: string; amount: number; channel_key: string }
declare const order: OrderRequest
declare const cartOrder: CartOrder
declare const textAmount: TextAmount
declare const withoutNumber: WithoutNumber
declare const misspelt: Misspelt
const charge = (request: PayRequest) => requestPay(request, shop)
`

const COMPILES = [
  'export const request: PayRequest = order',
  'charge(order)',
  'requestPay(order, shop)',
  'checkout.requestPay(order)',
  'prepare(order)',
  'export const withMembersOfTheShop: PayRequest = cartOrder',
  'export const fromClass: PayRequest = new SavedOrder()',
  'export const many: PayRequest[] = [order, cartOrder]',
  "export const spread: PayRequest = { ...order, parameter_of_tomorrow: 'x' }",
]
const STOPPED = [
  'export const request: PayRequest = textAmount',
  'export const nameless: PayRequest = withoutNumber',
  'export const wrongName: PayRequest = misspelt',
  'charge(textAmount)',
]

/** What the compiler says of each line, all of them compiled as one file. */
const complaints = (lines: readonly string[]): string[] => {
  const file = resolve('test/types/typed-by-a-shop.ts')
  const text = [START, ...lines.map(line => `{ ${line.replace('export ', '')} }`)].join('\n')
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram(
    [file],
    { ...options, types: [] },
    {
      ...host,
      fileExists: name => name === file || host.fileExists(name),
      getSourceFile: (name, target) =>
        name === file ? ts.createSourceFile(name, text, target) : host.getSourceFile(name, target),
    },
  )
  const source = program.getSourceFile(file)!
  const first = START.split('\n').length
  const said = lines.map(() => '')
  for (const { start, messageText } of program.getSemanticDiagnostics(source)) {
    const line = source.getLineAndCharacterOfPosition(start!).line - first
    if (line < 0) throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    said[line] += ts.flattenDiagnosticMessageText(messageText, '\n')
  }
  return said
}

describe("S13: an interface of the shop's own as a request", () => {
  let said: string[] = []
  beforeAll(() => {
    said = complaints([...COMPILES, ...STOPPED])
  }, 120_000)

  it.each(COMPILES.map((line, index) => [line, index] as const))('compiles: %s', (_, index) => {
    expect(said[index]).toBe('')
  })

  it.each(STOPPED.map((line, index) => [line, COMPILES.length + index] as const))(
    'is still stopped where a member is wrong: %s',
    (_, index) => {
      expect(said[index]).toMatch(/amount|merchant_uid|channel_key/)
    },
  )
})
