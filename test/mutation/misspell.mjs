/**
 * Misspells each name in the table of gateways, one at a time, and says which of them neither the compiler nor the unit tests
 * notice: none may be left. A name is a text, a key, or a word inside a regular expression.
 *
 *     node test/mutation/misspell.mjs
 *
 * The compiler is asked about many misspellings at once, of which no two are in one rule or one column, so that each has a
 * place of its own to be complained about. What it does not notice is tried alone, and then on the unit tests, in a copy.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

const TABLE = 'src/gateways/table.ts'
const COPY = '.tmp/misspelt'
/** What a copy of the repository needs for its unit tests. */
const NEEDED = ['src', 'test', 'scripts', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts']
const TESTS = [
  ['src', ['test/api/table.test.ts', 'test/api/gateway-rules.test.ts', 'test/api/rules.test.ts']],
  ['package', ['test/agree.test.ts']],
]

const text = readFileSync(TABLE, 'utf8')
const source = ts.createSourceFile(TABLE, text, ts.ScriptTarget.Latest, true)

/**
 * Where a name is complained about, and which names are asked about together: a wrong key of a row hides what else is wrong in
 * the table, and a wrong key of a column what else is wrong in its row.
 */
const placeOf = node => {
  const chain = []
  for (let at = node; at; at = at.parent) chain.push(at)
  const declaration = chain.findIndex(ts.isVariableDeclaration)
  if (chain[declaration].name.text !== 'gateways') return { kind: 'constant', place: chain[declaration] }
  // From the table inwards: the row, its object, the column, its list, a rule.
  const [row, object, column, , rule] = chain.slice(0, declaration - 1).reverse()
  if (node === row.name) return { kind: 'row', place: source }
  if (node === column.name) return { kind: 'column', place: object }
  return { kind: 'value', place: column.name.text === 'rules' && rule ? rule : column }
}

const names = []
const add = (node, start, name) => names.push({ name, start, ...placeOf(node) })
const collect = node => {
  if (ts.isStringLiteral(node)) add(node, node.getStart() + 1, node.text)
  else if (ts.isRegularExpressionLiteral(node)) {
    for (const { 0: word, index } of node.text.matchAll(/[A-Za-z_]{5,}/g))
      add(node, node.getStart() + index, word)
  } else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
    add(node.name, node.name.getStart(), node.name.text)
  }
  node.forEachChild(collect)
}
for (const statement of source.statements) if (ts.isVariableStatement(statement)) collect(statement)

/** A letter too many, in the middle. */
const misspelt = name => {
  const middle = Math.floor(name.length / 2)
  return `${name.slice(0, middle)}${name[middle] ?? 'x'}${name.slice(middle)}`
}

/** The table with these names misspelt, and where each of their places has moved to. */
const withMisspelt = those => {
  const sorted = [...those].sort((a, b) => a.start - b.start)
  let result = ''
  let end = 0
  for (const { name, start } of sorted) {
    result += text.slice(end, start) + misspelt(name)
    end = start + name.length
  }
  const moved = position => position + sorted.filter(({ start }) => start < position).length
  return { changed: result + text.slice(end), moved }
}

// --- the compiler -------------------------------------------------------------------------------------------------

const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
let table = text
let version = 0
const file = resolve(TABLE)
const service = ts.createLanguageService(
  {
    getCompilationSettings: () => ({ ...options, types: [] }),
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: name => (name === file ? String(version) : ''),
    getScriptSnapshot: name => {
      const content = name === file ? table : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
  },
  ts.createDocumentRegistry(),
)

const complaints = changed => {
  table = changed
  version++
  return [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]
}

const unnoticedAlone = name => complaints(withMisspelt([name]).changed).length === 0

/** Those of many misspellings, in places of their own, that nobody complains about in their place. */
const unnoticedTogether = those => {
  const { changed, moved } = withMisspelt(those)
  const found = complaints(changed)
  return those.filter(({ place }) => {
    const [start, end] = [moved(place.getStart()), moved(place.getEnd())]
    return !found.some(({ start: at }) => at >= start && at <= end)
  })
}

if (complaints(text).length) throw new Error(`${TABLE} does not compile as it is`)

/** Each round has names of one kind, one of each place. */
const rounds = []
for (const kind of ['constant', 'row', 'column', 'value']) {
  const taken = new Map()
  const first = rounds.length
  for (const name of names.filter(it => it.kind === kind)) {
    const round = taken.get(name.place) ?? first
    taken.set(name.place, round + 1)
    rounds[round] ??= []
    rounds[round].push(name)
  }
}

const suspects = []
for (const [index, those] of rounds.entries()) {
  const left = unnoticedTogether(those)
  console.log(
    `round ${index + 1} of ${rounds.length}: ${those.length} names, ${left.length} to be tried alone`,
  )
  suspects.push(...left)
}
const compiling = suspects.filter(unnoticedAlone)
console.log(`${names.length} names; the compiler notices ${names.length - compiling.length}`)

// --- the unit tests -----------------------------------------------------------------------------------------------

rmSync(COPY, { recursive: true, force: true })
mkdirSync(COPY, { recursive: true })
for (const path of NEEDED) cpSync(path, `${COPY}/${path}`, { recursive: true })
symlinkSync(resolve('node_modules'), `${COPY}/node_modules`)

const passes = (project, files) => {
  const run = ['vitest', 'run', '--bail', '1', '--reporter', 'dot', '--project', project, ...files]
  return (
    spawnSync('npx', run, { cwd: COPY, stdio: 'ignore', env: { ...process.env, PROPERTY_RUNS: '20' } })
      .status === 0
  )
}
const survives = name => {
  writeFileSync(`${COPY}/${TABLE}`, withMisspelt([name]).changed)
  const isUnnoticed = TESTS.every(([project, files]) => passes(project, files))
  console.log(`${isUnnoticed ? 'SURVIVES' : 'is noticed by the tests'}: ${name.name}`)
  return isUnnoticed
}

writeFileSync(`${COPY}/${TABLE}`, text)
if (!TESTS.every(([project, files]) => passes(project, files))) throw new Error('the tests fail as they are')
const surviving = compiling.filter(survives)
rmSync(COPY, { recursive: true, force: true })
console.log(`${names.length} names misspelt one at a time: ${surviving.length} survive`)
process.exitCode = surviving.length ? 1 : 0
