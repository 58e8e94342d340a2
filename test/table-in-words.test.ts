/**
 * The gateways' pages as they are kept in the repository say to the letter what the table of gateways says: whoever changes a fact
 * changes it in both. The table is the one that the tests import, so that mutation testing has its mutants here; page and
 * comments are those of the repository.
 */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gatewaysPage } from '../scripts/docs-gateways.mjs'
import { readRows } from '../scripts/docs-source.mjs'
import { pathOf } from '../src/gateways/read-rule.ts'
import { gateways } from '../src/gateways/table.ts'
import { isUnreliable } from '../src/gateways/unreliable.ts'
import { leavesPage } from '../src/redirect/leaves-page.ts'
import { defaultVersion } from '../src/sdk/versions.ts'
import { mayApproveLater } from '../src/util/late-gateways.ts'

/** Where the files are that nobody has mutated. */
const root = process.env['REPOSITORY'] ?? '.'

it.each([
  ['en', 'docs/gateways.md'],
  ['ko', 'docs/ko/gateways.md'],
] as const)('in %s: %s says what the table says: run node scripts/docs.mjs', (locale, file) => {
  const modules = { gateways, isUnreliable, mayApproveLater, leavesPage, defaultVersion, pathOf }
  const page = gatewaysPage({ ...modules, rows: readRows(root) }, locale)
  expect(page).toBe(readFileSync(`${root}/${file}`, 'utf8'))
})
