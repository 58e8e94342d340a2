import { defineConfig } from 'vite'
import { homeHosts } from './support/home-hosts.ts'

/** A plain file server for the built files and the pages of the tests. It builds nothing, so it has nothing to warn of. */
export default defineConfig({ root: '.', appType: 'mpa', logLevel: 'error', plugins: [homeHosts()] })
