/** `npx iamport-checkout sandbox`: PortOne's double for servers in other languages. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandboxApi } from '../sandbox/server/index.ts'
import { logLine } from './log-line.ts'
import { makeServer } from './node-server.ts'
import { type SandboxArguments, UsageError } from './read-arguments.ts'
import { problems, started } from './texts.ts'

const listen = (server: Server, { port, host }: SandboxArguments): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const { code, message } = error
      const problem =
        code === 'EADDRINUSE'
          ? problems.portInUse(port)
          : code === 'EACCES'
            ? problems.portForbidden(port)
            : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
              ? problems.noSuchHost(host)
              : problems.cannotListen(message)
      reject(new UsageError(problem))
    })
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })

/**
 * An address that everything on this machine can open: `0.0.0.0` is none, and `localhost` may be another one.
 */
const originOf = ({ address, port, family }: AddressInfo): string => {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/**
 * Serves until it is stopped.
 *
 * @param print takes lines for the person who started it.
 * @throws {UsageError} where it can't listen.
 */
export const serveSandbox = async (
  given: SandboxArguments,
  print: (line: string) => void,
): Promise<{ stop(): void }> => {
  const { webhook, webhookType, isTestChannel } = given
  const api = createSandboxApi({
    webhooks: { url: webhook, type: webhookType },
    testChannel: isTestChannel,
    onEvent: event => print(logLine(event, new Date())),
  })
  const server = makeServer(api.handle)
  const address = await listen(server, given)
  print(started(originOf(address), webhook))
  return {
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
