/**
 * The bundlers, with what their users would write. Each builds the `main.js` and `index.html` of a folder into another
 * one, and gives what it warned of.
 */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import * as esbuild from 'esbuild'
import { rollup } from 'rollup'
import * as vite from 'vite'
import webpack from 'webpack'

const copyPage = (from, to) => copyFile(join(from, 'index.html'), join(to, 'index.html'))

/** @type {Record<string, (from: string, to: string) => Promise<string[]>>} */
export const bundlers = {
  Vite: async (from, to) => {
    const warnings = []
    const customLogger = vite.createLogger('warn')
    customLogger.warn = customLogger.warnOnce = text => warnings.push(text)
    await vite.build({ root: from, build: { outDir: to }, configFile: false, logLevel: 'warn', customLogger })
    return warnings
  },

  webpack: async (from, to) => {
    const compiler = webpack({
      mode: 'production',
      context: from,
      entry: './main.js',
      output: { path: to },
    })
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, stats) => compiler.close(() => (error ? reject(error) : resolve(stats))))
    })
    await copyPage(from, to)
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
    return [...errors, ...warnings].map(({ message }) => message)
  },

  Rollup: async (from, to) => {
    const warnings = []
    const bundle = await rollup({
      input: join(from, 'main.js'),
      plugins: [nodeResolve(), commonjs(), terser()],
      onLog: (level, { message }) => level === 'warn' && warnings.push(message),
    })
    await bundle.write({ dir: to, format: 'es' })
    await bundle.close()
    await copyPage(from, to)
    return warnings
  },

  esbuild: async (from, to) => {
    const { warnings } = await esbuild.build({
      entryPoints: [join(from, 'main.js')],
      outdir: to,
      bundle: true,
      minify: true,
      format: 'esm',
      splitting: true,
      logLevel: 'silent',
    })
    await copyPage(from, to)
    return warnings.map(({ text }) => text)
  },
}
