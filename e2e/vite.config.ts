import { defineConfig } from 'vite'

/** A plain file server for the built files and the pages of the tests. */
export default defineConfig({ root: '.', appType: 'mpa' })
