/** Types, table, rules and documents say the same of gateways and their parameters. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePages, stalePages } from '../scripts/docs.mjs'
import { translated } from '../scripts/docs-gateways-ko.mjs'
import { generalInKorean } from '../scripts/docs-general-ko.mjs'
import { readSource } from '../scripts/docs-source.mjs'
import { PayError, type PayErrorCode } from '../src/errors.ts'
import { type GatewayRow, gateways } from '../src/gateways/table.ts'
import { isUnreliable } from '../src/gateways/unreliable.ts'
import { buyerKo } from '../src/messages/buyer-ko.ts'
import { prepare } from '../src/prepare.ts'
import type { KnownParameters } from '../src/types/request.ts'
import { documentedParameters } from './support/documented-parameters.ts'
import { portoneSamples } from './support/portone-samples.ts'
import { order } from './support/requests.ts'

const rows: readonly GatewayRow[] = Object.values(gateways)
const CODES = Object.keys(buyerKo.endings) as PayErrorCode[]

/** The members of the unions of texts that a file of types declares, by the union's name. */
const unionsOf = (files: readonly string[]): Record<string, string[]> => {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
  const program = ts.createProgram([...files], { ...options, types: [] })
  const checker = program.getTypeChecker()
  const unions: Record<string, string[]> = {}
  for (const file of files) {
    program.getSourceFile(file)!.forEachChild(node => {
      if (!ts.isTypeAliasDeclaration(node)) return
      const type = checker.getTypeAtLocation(node)
      const texts = (type.isUnion() ? type.types : [type]).flatMap(member =>
        member.isStringLiteral() ? [member.value] : [],
      )
      if (texts.length) unions[node.name.text] = texts
    })
  }
  return unions
}

let unions: Record<string, string[]> = {}
beforeAll(() => {
  unions = unionsOf(['src/types/request.ts', 'src/types/codes.ts', 'src/types/bypass.ts'])
}, 120_000)

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

describe('the types', () => {
  it('have every parameter that a document names, and no other', () => {
    expect(sorted(unions['ParameterPath']!)).toEqual(sorted(documentedParameters))
  })

  it('have every parameter that PortOne’s samples send', () => {
    const names = new Set(documentedParameters)
    const sent = portoneSamples.flatMap(({ params }) => Object.keys(params))
    // One sample has a slip of the pen.
    expect(sorted(sent).filter(name => !names.has(name))).toEqual(['buyer_adrr'])
    const toGateways = portoneSamples.flatMap(({ params }) => Object.keys(params.bypass ?? {}))
    expect(sorted(toGateways).filter(name => !names.has(`bypass.${name}`))).toEqual([])
  })

  it('have a row for each gateway, and a gateway for each row', () => {
    expect(sorted(Object.keys(gateways))).toEqual(sorted(unions['GatewayCode']!))
  })

  it.each([
    ['KnownPayMethod', (row: GatewayRow) => row.payMethods],
    ['KnownLanguage', (row: GatewayRow) => row.languages],
    ['DueDateForm', (row: GatewayRow) => row.dueDates],
    [
      'KnownCurrency',
      (row: GatewayRow) => [...(row.currencies ?? []), ...(row.onlyCurrencies ?? []), row.defaultCurrency!],
    ],
  ])('have no %s that no row has', (union, namesOf) => {
    const used = rows.flatMap<string>(row => namesOf(row) ?? []).filter(Boolean)
    expect(sorted(used)).toEqual(sorted(unions[union]!))
  })

  it('name in their comments gateways, parameters and values that there are', () => {
    const known = new Set([
      ...Object.values(unions).flat(),
      ...documentedParameters.flatMap(path => path.split('.')),
      // Members of lists, and words of texts that a gateway reads.
      ...['card_code', 'max_month', 'hpp_default_corp', 'cp_yn', 'twotrs_bank', 'imp_uid'],
      // Naver's own.
      ...['NA_CO', 'QUICK_SVC', 'DIRECT_DELIVERY', 'VISIT_RECEIPT', 'CASH_ON_DELIVERY'],
    ])
    const files = ['bypass', 'channel', 'codes', 'common', 'methods', 'naver', 'products', 'situational']
    for (const file of files) {
      const comments = readFileSync(`src/types/${file}.ts`, 'utf8').match(/\/\*\*[\s\S]*?\*\//g) ?? []
      const names = comments.flatMap(comment => comment.match(/\b[A-Za-z]+(_[A-Za-z0-9]+)+\b/g) ?? [])
      expect(
        names.filter(name => !known.has(name)),
        file,
      ).toEqual([])
    }
  })
})

describe('what the types need of a request', () => {
  // Each line is a compile error in test/types/requests.ts.
  it.each([
    ['kiccProducts', { pg: 'kicc', escrow: true, pay_method: 'vbank' }],
    ['pay_method', { pg: 'kicc', escrow: true, pay_method: 'card' }],
    ['buyer_name', { pg: 'kicc', escrow: true, pay_method: 'vbank', buyer_name: undefined }],
    ['buyer_email', { pg: 'kicc', escrow: true, pay_method: 'vbank', buyer_email: undefined }],
    ['buyer_tel', { pg: 'kicc', escrow: true, pay_method: 'vbank', buyer_tel: undefined }],
    ['kcpProducts', { pg: 'kcp', escrow: true }],
    ['biz_num', { pg: 'danal_tpay', pay_method: 'vbank' }],
    ['digital', { pg: 'nice_v2', pay_method: 'phone' }],
    ['digital', { pg: 'smartro_v2', pay_method: 'phone' }],
    ['customer_uid', { pg: 'kcp_billing' }],
    ['naverProducts', { pg: 'naverpay' }],
    ['naverProducts', { pg: 'naverco' }],
    ['amount', { amount: undefined }],
    ['merchant_uid', { merchant_uid: undefined }],
  ])('%s is an error at run time, too: %j', (path, members) => {
    const { issues } = prepare({ ...order, ...members } as unknown as KnownParameters)
    expect(issues.filter(({ level }) => level === 'error').map(issue => issue.path)).toContain(path)
  })
})

describe('pages made from src', () => {
  it('are fresh: run node scripts/docs.mjs', async () => expect(await stalePages()).toEqual([]))

  it('have a section for every ending and every gateway', async () => {
    const pages = await makePages()
    for (const code of CODES) expect(pages['docs/errors.md']).toContain(`\n## ${code}\n`)
    for (const gateway of Object.keys(gateways)) {
      // A name follows, from the row's doc comment.
      for (const name of ['docs/gateways.md', 'docs/ko/gateways.md'] as const)
        expect(pages[name]).toMatch(new RegExp(`\n### ${gateway}: \\S`))
    }
    // One page of PortOne's has that for a name.
    expect(Object.values(pages).join()).not.toMatch(/(?<!daou\/)undefined|\[object|``/)
  })

  it('have the section that each error names', async () => {
    const { 'docs/errors.md': page } = await makePages()
    const anchors = [...page!.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!.toLowerCase())
    for (const code of CODES) {
      const [, anchor] = /See docs\/errors\.md#(\S+)$/.exec(new PayError(code, 'x.').message) ?? []
      expect(anchors).toContain(anchor)
    }
  })

  it('have the sources of each gateway, and what happens without each rule that is an error', async () => {
    const { 'docs/gateways.md': page } = await makePages()
    const [, ...sections] = page!.split(/^### /m)
    expect(sections).toHaveLength(rows.length)
    for (const section of sections) {
      expect(section).toMatch(/\*\*Sources\*\*: .+ \((read )?\d{4}-\d\d-\d\d\)/)
      const [, errors = ''] = /\*\*Errors\*\*:\n((?: {2}- .+\n)*)/.exec(`${section}\n`) ?? []
      for (const line of errors.trim().split('\n').filter(Boolean))
        expect(line).toMatch(/^ *- .+\. [A-Z].+\.?$/)
    }
  })

  it('say the same in Korean, of every gateway and of all of them, and nothing that the table has no longer', async () => {
    const { 'docs/gateways.md': english, 'docs/ko/gateways.md': korean } = await makePages()
    const shapeOf = (page: string): string[] =>
      page.split('\n').map(line => /^( {2}- |- |#+ |\|)?/.exec(line)![0])
    const [, ...sections] = english!.split(/^### /m)
    const [, ...koreanSections] = korean!.split(/^### /m)
    expect(koreanSections.map(shapeOf)).toEqual(sections.map(shapeOf))
    for (const section of koreanSections)
      expect(section.replace(/`[^`]*`|\[.*?\]/g, '')).not.toMatch(/\b(the|needs|window)\b/)
    const { errors, warnings } = generalInKorean
    const rowsOf = (page: string): string[] =>
      page
        .split(/^## /m)[3]!
        .split('\n')
        .filter(line => /^\| `|^- /.test(line))
    const first = (line: string): string => line.split(' | ')[0]!.replace(/^- .*/, '-')
    expect(rowsOf(korean!).map(first)).toEqual(rowsOf(english!).map(first))
    expect(rowsOf(korean!)).toHaveLength(errors.length + warnings.length)
    const { rows: written } = await readSource('./')
    const said = Object.values<{ notes: string; reasons: string[]; refusals: object }>(written).flatMap(
      ({ notes, reasons, refusals }) => [
        notes,
        ...reasons,
        ...Object.values(refusals as Record<string, string>),
      ],
    )
    expect(translated.filter(text => !said.includes(text))).toEqual([])
  })

  it('say which gateways charge along with a billing key, and which reports of failure are doubtful', async () => {
    const { 'docs/gateways.md': page } = await makePages()
    const sectionOf = (code: string): string => page!.split(`\n### ${code}: `)[1]!.split('\n### ')[0]!
    for (const [code, { billing }] of Object.entries(gateways) as [string, GatewayRow][]) {
      const isCharged = billing === 'charged' || billing === 'charged unless 0'
      expect(/is charged although/.test(sectionOf(code)), code).toBe(isCharged)
      expect(/\*\*Failures\*\*/.test(sectionOf(code)), code).toBe(isUnreliable(code))
    }
  })
})
