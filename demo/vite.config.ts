import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { shopServer } from './server/plugin.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** `npm start`: the demo's pages, and beside them the shop's own server. */
export default defineConfig({
  root: at('.'),
  appType: 'mpa',
  resolve: {
    // The built files, which are what a shop gets.
    alias: [
      { find: /^iamport-checkout$/, replacement: at('../dist/index.js') },
      { find: /^iamport-checkout\/messages$/, replacement: at('../dist/messages.js') },
    ],
  },
  plugins: [shopServer()],
  server: { fs: { allow: [at('..')] } },
  build: {
    outDir: at('.data/site'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: [at('index.html'), at('shop.html')] },
  },
})
