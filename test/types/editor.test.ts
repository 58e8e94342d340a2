/** What an editor shows while a request is typed: it asks the compiler's language service, and so does this. */
import { resolve } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

const FILE = resolve('test/types/typed.ts')
/** One file with all that is asked about, so that it is compiled once. */
let text = `import { createCheckout, type PayRequest, prepare, requestPay } from '../../src/index.ts'
const shop = { userCode: 'imp12345678' }
const base = { merchant_uid: 'm_1', amount: 1000 }
`
/** Adds a line; `|` is where the cursor is. */
const typed = (line: string): number => {
  const position = text.length + line.indexOf('|')
  text += `${line.replace('|', '')}\n`
  return position
}

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
const editor = ts.createLanguageService({
  getCompilationSettings: () => ({ ...options, types: [] }),
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => '',
  getScriptSnapshot: file => {
    const source = file === FILE ? text : ts.sys.readFile(file)
    return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source)
  },
  fileExists: file => file === FILE || ts.sys.fileExists(file),
  readFile: ts.sys.readFile,
})

const COMPLETED: [what: string, member: string, names: string[]][] = [
  ['gateways', "pg: '|'", ['kcp', 'kicc', 'html5_inicis']],
  ['pay methods', "pay_method: '|'", ['card', 'trans', 'vbank']],
  ['parameters', '|', ['kakaoOpenApp', 'naverActionType', 'buyer_first_name_kana']],
  ['members of members', 'storeDetails: { openingHours: { | } }', ['open', 'close']],
  ['members of products', 'products: [{ | }]', ['id', 'name', 'code', 'unitPrice', 'quantity', 'tag']],
  ["gateways' own keys", 'bypass: { | }', ['cashReceiptType', 'customerIdentifier', 'nice_v2']],
  ['their values', "bypass: { cashReceiptType: '|' }", ['personal', 'corporate', 'anonymous']],
]
const EXPLAINED: [member: string, words: RegExp][] = [
  ['tax_|free: 0', /^면세공급가액: .*Default: 0/s],
  ['display: { card_|quota: [] }', /^할부개월수: /],
  ['kakao|OpenApp: true', /@deprecated/],
  ['v|at: 1', /@deprecated/],
]

// Compiles it.
beforeAll(() => void editor.getSemanticDiagnostics(FILE), 120_000)

describe.each([
  'requestPay(#, shop)',
  'prepare(#)',
  'createCheckout(shop).requestPay(#)',
  'createCheckout(shop).prepare(#)',
  'export const request: PayRequest = #',
])('%s', call => {
  const inCall = (member: string): number => typed(call.replace('#', `{ ...base, ${member} }`))

  it.each(COMPLETED.map(([what, member, names]) => [what, inCall(member), names] as const))(
    'completes %s',
    (_, position, names) => {
      const completions = editor.getCompletionsAtPosition(FILE, position, {})
      expect(completions?.entries.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]))
    },
  )

  it.each(EXPLAINED.map(([member, words]) => [member, inCall(member), words] as const))(
    'explains %s',
    (_, position, words) => {
      const { documentation, tags = [] } = editor.getQuickInfoAtPosition(FILE, position)!
      const shown = [ts.displayPartsToString(documentation), ...tags.map(({ name }) => `@${name}`)]
      expect(shown.join(' ')).toMatch(words)
    },
  )
})
