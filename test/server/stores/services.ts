/** Starts a real Postgres and a real Redis: on loopback, in a folder of their own, by an unprivileged user, for one test. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Report = Record<'postgres' | 'redis', { path?: string; missing?: string }>

/** Where a service is, or why it can't be had here. */
export const serviceOf = (name: keyof Report): { path?: string; missing?: string } => {
  try {
    return (JSON.parse(readFileSync('.tmp/services.json', 'utf8')) as Report)[name]
  } catch {
    return { missing: 'scripts/services.mjs has not run' }
  }
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Postgres refuses to run as root, and nothing here needs to. */
const unprivileged = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') }
}

export interface Service {
  port: number
  stop(): Promise<void>
}

const start = async (
  command: string,
  args: (folder: string, port: number) => string[],
  { prepare }: { prepare?: (folder: string, user: object) => void } = {},
): Promise<Service> => {
  const folder = mkdtempSync(join(tmpdir(), 'iamport-service-'))
  const user = unprivileged()
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  prepare?.(folder, user)
  const port = await freePort()
  const child: ChildProcess = spawn(command, args(folder, port), {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout?.on('data', chunk => {
    said += chunk
  })
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const until = Date.now() + 60_000
  while (!/ready to accept connections/i.test(said)) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${command} did not start:\n${said}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    port,
    async stop() {
      child.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const startPostgres = (bin: string): Promise<Service> =>
  start(
    join(bin, 'postgres'),
    (folder, port) => [
      ...['-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder],
      ...['-c', 'fsync=off', '-c', 'max_connections=60'],
    ],
    {
      prepare: (folder, user) =>
        execFileSync(
          join(bin, 'initdb'),
          ['-D', join(folder, 'data'), '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
          {
            ...user,
            cwd: folder,
            stdio: 'pipe',
            env: { ...process.env, LC_ALL: 'C.UTF-8' },
          },
        ),
    },
  )

export const startRedis = (path: string): Promise<Service> =>
  start(path, (folder, port) => [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--appendonly', 'yes', '--save', ''],
  ])
