/** Reads the command line. */
import { parseArgs } from 'node:util'
import { problems } from './texts.ts'

export interface SandboxArguments {
  port: number
  host: string
  webhook: string | undefined
  webhookType: 'json' | 'form'
  isTestChannel: boolean
}

/** A mistake on the command line. The message is for the person who typed it. */
export class UsageError extends Error {}

const isHttpUrl = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}

const options = {
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  webhook: { type: 'string' },
  'webhook-type': { type: 'string', default: 'json' },
  'test-channel': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const parse = (args: string[]) => {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    // "Unknown option '--prot'. To specify a positional …": only the first sentence is of use.
    throw new UsageError(problems.badOption((error as Error).message.split('. ')[0]!))
  }
}

/**
 * @param args without `node` and the script.
 * @returns `help` where that is asked for, or nothing is.
 * @throws {UsageError}
 */
export const readArguments = (args: string[]): SandboxArguments | 'help' => {
  const { values, positionals } = parse(args)
  const [command, ...others] = positionals
  if (values.help || command === undefined) return 'help'
  if (command !== 'sandbox' || others.length)
    throw new UsageError(problems.unknownCommand(command === 'sandbox' ? others[0]! : command))
  const { port, host, webhook, 'webhook-type': webhookType } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new UsageError(problems.badValue('--port', 'a number from 0 to 65535', port))
  if (webhook !== undefined && !isHttpUrl(webhook))
    throw new UsageError(
      problems.badValue('--webhook', 'an address such as http://localhost:3000/webhook', webhook),
    )
  if (webhookType !== 'json' && webhookType !== 'form')
    throw new UsageError(problems.badValue('--webhook-type', 'json or form', webhookType))
  return { port: Number(port), host, webhook, webhookType, isTestChannel: values['test-channel'] }
}
