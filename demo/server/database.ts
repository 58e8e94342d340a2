/**
 * The database of the shop: a Postgres where `DATABASE_URL` names one, else PGlite, which is Postgres inside of this
 * process. PGlite keeps its files in demo/.data, so that orders survive a restart; `DATABASE_URL=memory://` keeps none.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

export interface Database {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what the statement says.
  query(sql: string, values?: unknown[]): Promise<{ rows: any[] }>
}

const FOLDER = fileURLToPath(new URL('../.data/postgres', import.meta.url))
const MEMORY = 'memory://'

const isRunning = (pid: number): boolean => {
  try {
    // Signal 0 only asks whether the process is there.
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Two processes that write into the same files would ruin them, and PGlite itself doesn't notice. */
const lockFolder = (): boolean => {
  const file = `${FOLDER}.pid`
  mkdirSync(dirname(file), { recursive: true })
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner !== process.pid && isRunning(owner)) return false
  } catch {
    // Nobody has locked it.
  }
  writeFileSync(file, String(process.pid))
  return true
}

const connect = async (): Promise<Database> => {
  const url = process.env['DATABASE_URL']
  if (url && url !== MEMORY) return new pg.Pool({ connectionString: url })
  if (url !== MEMORY && lockFolder()) return PGlite.create(FOLDER)
  if (!url) console.warn('Another demo is running. This one keeps its orders in memory.')
  return PGlite.create(MEMORY)
}

/** One connection for the whole process: Vite loads this file anew when it restarts. */
const shared = globalThis as { demoDatabase?: Promise<Database> | undefined }

export const openDatabase = (): Promise<Database> => {
  shared.demoDatabase ??= connect()
  return shared.demoDatabase
}
