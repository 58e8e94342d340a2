/** Reads src as data: its modules by bundling them, its comments with the compiler's parser. */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import ts from 'typescript'

const MODULES = `
export { PayError } from './src/errors.ts'
export { pathOf } from './src/gateways/read-rule.ts'
export { gateways } from './src/gateways/table.ts'
export { isUnreliable } from './src/gateways/unreliable.ts'
export { describeError } from './src/messages/index.ts'
export { leavesPage } from './src/redirect/leaves-page.ts'
export { defaultVersion } from './src/sdk/versions.ts'
export { mayApproveLater } from './src/util/late-gateways.ts'
`

/** Node can't run TypeScript in all versions that this repository is developed with. */
const importModules = async root => {
  const { outputFiles } = await build({
    stdin: { contents: MODULES, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const parse = file => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

const find = (node, visit) => {
  visit(node)
  node.forEachChild(child => find(child, visit))
}

/** The comments right before a node, each as its lines: doc comments, or those that begin with two slashes. */
const commentsBefore = (file, node, kind) =>
  (ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [])
    .map(({ pos, end }) => file.text.slice(pos, end))
    .filter(comment => comment.startsWith(kind))

/** The lines of the doc comment right before a node. */
const docOf = (file, node) => {
  const comment = commentsBefore(file, node, '/**').at(-1) ?? ''
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map(line => line.replace(/^\s*\*? ?/, '').trim())
    .filter(Boolean)
}

/** The sentence right above a rule or a column: what happens where it is broken. */
const reasonOf = (file, node) =>
  commentsBefore(file, node, '//')
    .map(comment => comment.replace(/^\/\/ ?/, ''))
    .join(' ')

const membersOf = object =>
  Object.fromEntries(
    object.properties.filter(ts.isPropertyAssignment).map(property => [property.name.text, property]),
  )

/** What happens where each rule of a row is broken. A comment holds for the rules below it, up to the next one. */
const readReasons = (file, gateway, rules) => {
  let reason = ''
  let isAfterWarning = false
  return rules.map(rule => {
    const own = reasonOf(file, rule)
    const isWarning = 'warn' in membersOf(rule)
    if (own) reason = own
    // A comment must not hold for an error by chance, across warnings that it was not written for.
    if (!isWarning && (!reason || (isAfterWarning && !own)))
      throw new Error(`src/gateways/table.ts: say of ${gateway} what happens without ${rule.getText()}`)
    isAfterWarning = isWarning
    return isWarning ? '' : reason
  })
}

/** The columns that refuse a request, of which it is said as well what happens. */
const REFUSING = ['escrow', 'onlyCurrencies', 'notCurrency', 'sums']

const SOURCE = /^@source (.+) · ((?:read )?\d{4}-\d\d-\d\d)$/

/** The comments of a row: name, notes, sources, and what happens where its rules are broken. */
const readRow = (file, property) => {
  const gateway = property.name.text
  const [name, ...lines] = docOf(file, property)
  const notes = lines.filter(line => !line.startsWith('@'))
  const sources = lines
    .filter(line => line.startsWith('@'))
    .map(line => {
      const [, page, date] = SOURCE.exec(line) ?? []
      if (!page) throw new Error(`src/gateways/table.ts: ${gateway} has no page and day in "${line}"`)
      return { page, date }
    })
  if (!sources.length) throw new Error(`src/gateways/table.ts: ${gateway} has no @source`)
  const columns = membersOf(property.initializer)
  const rules = columns.rules?.initializer.elements ?? []
  const refusals = REFUSING.filter(column => columns[column]).map(column => {
    const reason = reasonOf(file, columns[column])
    if (!reason) throw new Error(`src/gateways/table.ts: say of ${gateway} what happens without ${column}`)
    return [column, reason]
  })
  return {
    name: name.replace(' | ', ' · '),
    notes: notes.join(' '),
    sources,
    reasons: readReasons(file, gateway, rules),
    refusals: Object.fromEntries(refusals),
  }
}

/** The comments of the table, by gateway. */
export const readRows = root => {
  const file = parse(`${root}/src/gateways/table.ts`)
  const rows = {}
  find(file, node => {
    if (!ts.isVariableDeclaration(node) || node.name.text !== 'gateways') return
    for (const property of node.initializer.properties) rows[property.name.text] = readRow(file, property)
  })
  return rows
}

/** What is said of each member of the union `PayErrorCode`. */
const readCodes = root => {
  const file = parse(`${root}/src/errors.ts`)
  const codes = {}
  find(file, node => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'PayErrorCode') return
    // The doc comment of a member stands before the bar that leads it.
    for (const member of node.type.types) {
      const [comment = ''] =
        /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*\|?\s*$/.exec(file.text.slice(0, member.getStart())) ?? []
      codes[member.literal.text] = comment
        .replace(/^\/\*\*|\*\/\s*\|?\s*$/g, '')
        .split('\n')
        .map(line => line.replace(/^\s*\*? ?/, '').trim())
        .join(' ')
        .trim()
    }
  })
  return codes
}

/** All that the pages are made from. */
export const readSource = async root => ({
  ...(await importModules(root)),
  rows: readRows(root),
  codes: readCodes(root),
})
