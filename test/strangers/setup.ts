/**
 * An app outside of the repository that has installed what `npm pack` packs. Its other packages are links to those of
 * this folder and of the repository.
 */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { blocks } from '../../scripts/docs-markdown.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the app. */
    app: string
  }
}

const run = promisify(execFile)
const LINKS = {
  'test/strangers/node_modules': ['react', 'react-dom', '@types/react', '@types/react-dom'],
  node_modules: ['@types/node'],
}

export default async ({ provide }: TestProject) => {
  const app = await realpath(await mkdtemp(join(tmpdir(), 'iamport-strangers-')))
  const shell = process.platform === 'win32'
  // Built before, as for the other tests; `npm pack` would build once more.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', app], { shell })
  const tarball = (await readdir(app)).find(name => name.endsWith('.tgz'))!
  await writeFile(join(app, 'package.json'), '{ "private": true }')
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: app, shell })
  for (const [folder, names] of Object.entries(LINKS)) {
    for (const name of names) {
      const link = join(app, 'node_modules', name)
      await mkdir(dirname(link), { recursive: true })
      await symlink(resolve(folder, name), link, 'junction')
    }
  }
  await cp('test/strangers/apps', app, { recursive: true })
  // The documents' page for React, where its page of the React app looks for it.
  for (const { text } of blocks(await readFile('docs/cases/react.md', 'utf8'))) {
    const [, name] = /^\/\/ (\w+\.tsx)\n/.exec(text) ?? []
    if (name) await writeFile(join(app, 'react', name), text)
  }
  provide('app', app)
  return () => rm(app, { recursive: true, force: true })
}
