/**
 * A misspelt name in the table of gateways does not compile: each column, parameter, pay method, condition and value is misspelt once, at
 * its first place, and the compiler has to complain right there.
 */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}src/gateways/table.ts`
const text = ts.sys.readFile(file)!

/** The object of the table in a version of the file. */
const tableIn = (source: ts.SourceFile): ts.ObjectLiteralExpression => {
  let found: ts.ObjectLiteralExpression | undefined
  const visit = (node: ts.Node): void => {
    const isTable = ts.isVariableDeclaration(node) && node.name.getText(source) === 'gateways'
    if (isTable && ts.isObjectLiteralExpression(node.initializer!)) found = node.initializer
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found!
}

/** Where the compiler's complaint has to be: in the same rule, in the same column, or in the row for a column's own name. */
const unitsOf = (table: ts.ObjectLiteralExpression): ts.Node[] => [...table.properties, ...partsOf(table)]

const partsOf = (table: ts.ObjectLiteralExpression): ts.Node[] =>
  table.properties.flatMap(row => {
    const columns = ((row as ts.PropertyAssignment).initializer as ts.ObjectLiteralExpression).properties
    return columns.flatMap<ts.Node>(column => {
      const { name, initializer } = column as ts.PropertyAssignment
      const isRules = name.getText() === 'rules' && ts.isArrayLiteralExpression(initializer)
      return isRules ? [...initializer.elements] : [column]
    })
  })

interface Name {
  /** Whether it is a column's. Of a row with such an error the compiler says nothing more. */
  readonly isColumn: boolean
  readonly unit: number
  readonly start: number
  readonly end: number
  readonly written: string
}

/** What people call characters is a text for people, and any text. */
const isForPeople = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'called'

/** Each name at its first place. The same word under another member is another name. */
const namesIn = (table: ts.ObjectLiteralExpression): Name[] => {
  const units = unitsOf(table)
  const names = new Map<string, Name>()
  const add = (unit: number, node: ts.Node, member: string): void => {
    const written = node.getText()
    const key = `${member} ${written}`
    if (!names.has(key))
      names.set(key, { isColumn: member === 'column', unit, start: node.getStart(), end: node.end, written })
  }
  const memberOf = (node: ts.Node): string => {
    const owner = ts.findAncestor(node.parent, ts.isPropertyAssignment)
    return owner?.name.getText() ?? ''
  }
  for (const [index, row] of table.properties.entries()) {
    const columns = ((row as ts.PropertyAssignment).initializer as ts.ObjectLiteralExpression).properties
    for (const column of columns) add(index, column.name!, 'column')
  }
  for (const [index, unit] of units.entries()) {
    if (index < table.properties.length) continue
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node !== unit) add(index, node.name, '')
      const isName =
        ts.isStringLiteral(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)
      if (isName && !isForPeople(node)) add(index, node, memberOf(node))
      ts.forEachChild(node, visit)
    }
    visit(unit)
  }
  return [...names.values()]
}

/** Takes the names in turns, one of each rule or column at a time, so that no complaint is about two of them. */
const inTurns = (names: readonly Name[]): Name[][] => {
  const turns: Name[][] = []
  for (const name of names) {
    const turn = turns.find(
      ([one, ...more]) =>
        one!.isColumn === name.isColumn && ![one!, ...more].some(({ unit }) => unit === name.unit),
    )
    if (turn) turn.push(name)
    else turns.push([name])
  }
  return turns
}

const misspelt = (written: string): string =>
  written.endsWith("'") ? `${written.slice(0, -1)}x'` : `${written}x`

/** The compiler, with one file of which there are versions. */
const makeCompiler = () => {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    `${root}tsconfig.json`,
    { noEmit: true, types: [] },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => {},
    },
  )!
  let version = 0
  let current = text
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getScriptFileNames: () => [file],
    getScriptVersion: name => (name === file ? String(version) : '0'),
    getScriptSnapshot: name => {
      const content = name === file ? current : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  })
  return (content: string): number[] => {
    current = content
    version++
    return service.getSemanticDiagnostics(file).map(({ start = 0 }) => start)
  }
}

it('does not compile, whichever name is misspelt', () => {
  const complaintsOf = makeCompiler()
  expect(complaintsOf(text)).toEqual([])
  const names = namesIn(tableIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)))
  expect(names.length).toBeGreaterThan(300)
  const unnoticed: string[] = []
  for (const turn of inTurns(names)) {
    let content = text
    for (const { start, end, written } of [...turn].sort((a, b) => b.start - a.start)) {
      content = content.slice(0, start) + misspelt(written) + content.slice(end)
    }
    const complaints = complaintsOf(content)
    const units = unitsOf(tableIn(ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true)))
    for (const { unit, written } of turn) {
      const { end } = units[unit]!
      const start = units[unit]!.getStart()
      if (!complaints.some(at => at >= start && at < end)) unnoticed.push(written)
    }
  }
  expect(unnoticed).toEqual([])
})
