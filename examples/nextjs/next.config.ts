import type { NextConfig } from 'next'

const config: NextConfig = {
  // It loads its own files, which a bundle would not have.
  serverExternalPackages: ['@electric-sql/pglite'],
  turbopack: { root: import.meta.dirname },
}

export default config
