/** Bundles as a shop's build does: minified, for browsers of 2020, for production. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { resolveDir } from './subjects.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const bundle = async ({ exports, file }, options) => {
  if (file) return readFileSync(root + file)
  const { outputFiles } = await build({
    stdin: { contents: exports, resolveDir },
    bundle: true,
    minify: true,
    target: 'es2020',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
    ...options,
  })
  return outputFiles[0].contents
}

/** Its bytes: minified, and as a server sends them. */
export const sizesOf = async subject => {
  const code = await bundle(subject, { format: 'esm' })
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return { minified: code.length, brotli: brotli.length }
}

/** As the text of a script that puts the exports into a global `it`. */
export const scriptOf = async subject => {
  const code = await bundle(subject, { format: 'iife', globalName: 'it' })
  const text = new TextDecoder().decode(code)
  return subject.file ? `${text}\nvar it = IamportCheckout` : text
}
