/**
 * Which file may import which: `npm run check` says where that is broken, and test/imports.test.ts that it would.
 *
 * src is a house of layers. A file imports from its own layer and from those below it, never from one above. The other
 * entries of the package stand beside the house, and each says what it takes from it; no layer knows of them. To move a
 * layer, move its line. A new file at the root of src, or a new folder, has to be named here before anything imports it.
 */

/** The layers of the main entry, from the top: files and folders of src. */
const LAYERS = [
  ['index.ts'],
  ['checkout.ts'],
  ['pay.ts', 'resume.ts'],
  ['request-pay.ts', 'prepare.ts', 'resume-pay.ts', 'load-iamport.ts', 'parse-redirect.ts'],
  ['verification/'],
  ['payment/'],
  ['validation/'],
  ['redirect/'],
  ['response/'],
  ['sdk/'],
  ['gateways/'],
  ['errors.ts', 'issue.ts', 'developer-texts.ts', 'check-options.ts', 'public-options.ts'],
  ['util/', 'types/'],
]

/** The other entries, and what each takes from src besides its own files. A framework's import the package by its name. */
const ENTRIES = {
  'script-tag-global.ts': ['index.ts', 'messages/'],
  'messages/': ['errors.ts', 'issue.ts', 'developer-texts.ts', 'types/', 'util/', 'gateways/', 'validation/'],
  'sandbox/': ['util/', 'types/', 'gateways/', 'redirect/', 'public-options.ts'],
  'sandbox/server/': ['types/'],
  'server/': ['util/', 'types/'],
  'hooks/': [],
  'react/': ['hooks/'],
  'vue/': ['hooks/'],
  'cli/': ['sandbox/server/'],
}

/** What an entry imports from outside of src. The rest of src imports nothing from there. */
const FROM_OUTSIDE = {
  'react/': ['^(node_modules/)?(@types/)?react(/|$)'],
  'vue/': ['^(node_modules/)?(@types/)?(@vue/|vue(/|$))'],
  // The command runs on Node alone.
  'cli/': ['^(node:)?(http|net|process|url|util)$'],
}
const BY_ITS_NAME = ['hooks/', 'react/', 'vue/']

/** A pattern for files and folders of src. An entry that lives in another's folder is no part of that one. */
const inSrc = names => {
  const pattern = name => {
    const inner = Object.keys(ENTRIES).filter(entry => entry !== name && entry.startsWith(name))
    const without = inner.map(entry => `(?!${entry.slice(name.length)})`).join('')
    return name.replace(/\./g, '\\.') + (name.endsWith('/') ? without : '$')
  }
  return `^src/(?:${names.map(pattern).join('|')})`
}

const list = names => names.map(name => name.replace(/\/$/, '')).join(', ')

const zones = [
  ...LAYERS.map((names, index) => ({ names, others: LAYERS.slice(index + 1).flat() })),
  ...Object.entries(ENTRIES).map(([entry, others]) => ({ names: [entry], others })),
]

const inside = zones.map(({ names, others }) => ({
  name: `only-from-below: ${list(names)}`,
  comment: `May import from itself and from: ${list(others) || 'nothing'}.`,
  severity: 'error',
  from: { path: inSrc(names) },
  to: {
    path: '^src/',
    pathNot: inSrc([...names, ...others]),
    ...(BY_ITS_NAME.includes(names[0]) && { dependencyTypesNot: ['aliased-tsconfig-paths'] }),
  },
}))

const outside = zones.map(({ names }) => ({
  name: `nothing-from-outside: ${list(names)}`,
  comment: 'What ships has no dependencies, and knows nothing of tests, demo and tools.',
  severity: 'error',
  from: { path: inSrc(names) },
  to: { pathNot: ['^src/', ...(FROM_OUTSIDE[names[0]] ?? [])] },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files that import each other cannot be understood, tested or moved one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'has-a-place',
      comment: 'A file of src that is in no layer and no entry: name it in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/', pathNot: inSrc(zones.flatMap(({ names }) => names)) },
      to: {},
    },
    {
      name: 'is-there',
      comment: 'A relative path that leads nowhere hides what the other rules would find.',
      severity: 'error',
      // The React app of these tests gets its recipe out of the documents when it is tested.
      from: { pathNot: '^test/strangers/apps/' },
      to: { couldNotResolve: true, path: '^\\.' },
    },
    ...inside,
    ...outside,
  ],
  options: {
    // A type that is imported upward binds as a value does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tmp)/' },
  },
}
