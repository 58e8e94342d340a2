/** The small apps with the hooks: how Vite builds one from the packed package, and how a test opens it. */
import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { build } from 'vite'
import { openShop, packages, type Shop } from './shop.ts'

/** By the name of the project: the app, and what its framework is where it is not the repository's own. */
const apps: Record<string, { app: string; version: RegExp; alias?: Record<string, string> }> = {
  'React 18': {
    app: 'react',
    version: /^18\.0\.0/,
    alias: { react: packages('react18'), 'react-dom': packages('react-dom18') },
  },
  'React 19': { app: 'react', version: /^19\./ },
  'React Suspense': { app: 'react-suspense', version: /^19\./ },
  'Vue 3.3': {
    app: 'vue',
    version: /^3\.3\.0/,
    alias: { vue: packages('vue3.3/dist/vue.runtime.esm-bundler.js') },
  },
  'Vue 3': { app: 'vue', version: /^3\.[5-9]/ },
  'Vue Router': { app: 'vue-router', version: /^3\.[5-9]/ },
}

/** Nobody listens there: everything is answered here. A page of localhost is a secure one, as a shop's is. */
export const SHOP = 'http://localhost:9'
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }

/** An app that is built. */
export interface App {
  /** Which framework the page has to say that it has. */
  version: RegExp
  /** Opens a page in which the app, its server and the sandbox are played. */
  open(context: BrowserContext): Promise<Shop>
}

/**
 * Builds an app.
 *
 * @param name of the project.
 * @param place The spec that it is for: specs run at the same time.
 */
export const buildApp = async (name: string, place: string): Promise<App> => {
  const { app, version, alias = {} } = apps[name]!
  const folder = resolve('.tmp/examples/apps', place, name)
  await build({
    root: resolve('test/examples/apps', app),
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: { outDir: folder, emptyOutDir: true },
  })
  /** The page of the app for every route, and the files that Vite has made. */
  const serve = async (pathname: string) => {
    const type = TYPES[extname(pathname)]
    const body = await readFile(join(folder, type ? pathname : 'index.html'))
    return { body, contentType: type ?? 'text/html' }
  }
  return { version, open: context => openShop(context, SHOP, serve) }
}
