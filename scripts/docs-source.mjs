/** Reads src as data: its modules by bundling them, its doc comments with the compiler's parser. */
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import ts from 'typescript'

const MODULES = `
export { PayError } from './src/errors.ts'
export { gateways } from './src/gateways.ts'
export { leavesPage } from './src/leaving.ts'
export { RULE } from './src/rules.ts'
export { describe } from './src/messages/index.ts'
export { defaultVersion } from './src/versions.ts'
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

/** The text of the doc comment right before a position of a file. */
const commentBefore = (text, position) => {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/[\s|]*$/.exec(text.slice(0, position))?.[1] ?? ''
  return comment
    .split('\n')
    .map(line => line.replace(/^\s*\*? ?/, '').trim())
    .filter(Boolean)
}

const find = (node, visit) => {
  visit(node)
  node.forEachChild(child => find(child, visit))
}

/** The doc comment of each row of the table: the first line is the name in Korean and English, the rest are notes. */
const readRows = (root, codes) => {
  const file = parse(`${root}/src/gateways.ts`)
  const rows = {}
  find(file, node => {
    if (!ts.isPropertyAssignment(node) || !codes.includes(node.name.text) || rows[node.name.text]) return
    const [name, ...notes] = commentBefore(file.text, node.getStart())
    rows[node.name.text] = { name: name.replace(' | ', ' · '), notes: notes.join(' ') }
  })
  return rows
}

/** What is said of each member of the union `PayErrorCode`. */
const readCodes = root => {
  const file = parse(`${root}/src/errors.ts`)
  const codes = {}
  find(file, node => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'PayErrorCode') return
    for (const member of node.type.types) {
      codes[member.literal.text] = commentBefore(file.text, member.getStart()).join(' ')
    }
  })
  return codes
}

/** All that the pages are made from. */
export const readSource = async root => {
  const modules = await importModules(root)
  return { ...modules, rows: readRows(root, Object.keys(modules.gateways)), codes: readCodes(root) }
}
