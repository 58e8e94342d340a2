import { readFileSync } from 'node:fs'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { dts } from 'rollup-plugin-dts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const banner = `/*! iamport-checkout ${version} | MIT */`

const compile = () =>
  typescript({ include: ['src/**'], noEmit: false, outDir: 'dist', declaration: false, sourceMap: true })

/** The compiler counts from a folder deeper than the one that the files end up in. */
const sourcemapPathTransform = path => path.replace(/^(\.\.\/)+src\//, '../src/')

/** What `exports` in package.json names: the file in dist, and where it begins in src. */
const entries = {
  index: 'src/index.ts',
  messages: 'src/messages/index.ts',
  sandbox: 'src/sandbox/index.ts',
  server: 'src/server/index.ts',
  'sandbox-server': 'src/sandbox/server/index.ts',
  react: 'src/react/index.ts',
  vue: 'src/vue/index.ts',
}

/** What the hooks of the frameworks import by its name is not built into them. */
const external = id => /^(react|vue|iamport-checkout)(\/|$)/.test(id)
/** The package's own entries are the files beside, also where npm has linked the folder and its name leads nowhere. */
const paths = extension => ({
  'iamport-checkout': `./index.${extension}`,
  'iamport-checkout/messages': `./messages.${extension}`,
})
/** React's hook runs on the client. Rollup drops the directive of a source file. */
const directive = ({ name }) => (name === 'react' ? "'use client'" : '')

/** The command line uses the built double beside it, and Node's own modules. */
const commandLine = {
  input: 'src/cli/index.ts',
  external: id => id.startsWith('node:') || id.endsWith('/sandbox/server/index.ts'),
  output: {
    file: 'dist/cli.js',
    format: 'es',
    paths: id => (id.startsWith('node:') ? id : './sandbox-server.js'),
  },
  plugins: [compile()],
}

// ASCII only: a page may serve scripts in EUC-KR, or name no encoding at all.
const minify = () =>
  terser({
    ecma: 2020,
    compress: { passes: 3, pure_getters: true },
    format: { comments: /^!/, ascii_only: true },
  })

const browserFile = (input, file, name) => ({
  input,
  output: { file, format: 'iife', ...(name && { name }), banner, sourcemap: true, sourcemapPathTransform },
  plugins: [compile(), minify()],
})

export default [
  {
    input: entries,
    external,
    output: [
      {
        dir: 'dist',
        format: 'es',
        sourcemap: true,
        sourcemapPathTransform,
        entryFileNames: '[name].js',
        chunkFileNames: 'shared-[hash].js',
        // Else an entry imports for nothing what its chunks import, and bundlers warn of that.
        hoistTransitiveImports: false,
        paths: paths('js'),
        banner: directive,
      },
      {
        dir: 'dist',
        format: 'cjs',
        sourcemap: true,
        sourcemapPathTransform,
        entryFileNames: '[name].cjs',
        chunkFileNames: 'shared-[hash].cjs',
        hoistTransitiveImports: false,
        paths: paths('cjs'),
        banner: directive,
      },
    ],
    plugins: [compile()],
  },
  commandLine,
  browserFile('src/script-tag-global.ts', 'dist/iamport-checkout.min.js', 'IamportCheckout'),
  browserFile('src/sandbox/drop-in.ts', 'dist/sandbox.min.js'),
  // The declarations, one file an entry, for `import` and for `require`.
  {
    input: entries,
    external,
    output: [
      {
        dir: 'dist',
        format: 'es',
        entryFileNames: '[name].d.ts',
        chunkFileNames: 'types-[hash].d.ts',
        paths: paths('js'),
      },
      {
        dir: 'dist',
        format: 'es',
        entryFileNames: '[name].d.cts',
        chunkFileNames: 'types-[hash].d.cts',
        paths: paths('cjs'),
      },
    ],
    plugins: [dts()],
  },
]
