/**
 * Builds the documents' site into site/, which works from any folder of any static host. `npm run site -- --watch` serves it
 * instead, and follows every change.
 */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, createServer } from 'vitepress'
import { makeRelative } from './relative-base.mjs'

const docs = fileURLToPath(new URL('../docs', import.meta.url))
const folder = fileURLToPath(new URL('../site', import.meta.url))

if (process.argv.includes('--watch')) {
  const server = await createServer(docs)
  await server.listen()
  server.printUrls()
} else {
  rmSync(folder, { recursive: true, force: true })
  await build(docs)
  makeRelative(folder)
}
