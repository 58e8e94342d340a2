#!/usr/bin/env node
import { readArguments, UsageError } from './read-arguments.ts'
import { serveSandbox } from './sandbox-command.ts'
import { help } from './texts.ts'

/** The exit code by which a shell knows a command that was called wrongly. */
const MISUSE = 2

try {
  const given = readArguments(process.argv.slice(2))
  if (given === 'help') {
    process.stdout.write(help)
  } else {
    const { stop } = await serveSandbox(given, line => console.log(line))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = MISUSE
}
