/** The day as a command, for Node, Bun and Deno. */
import process from 'node:process'
import { runDay } from './day.mjs'

const [api, key, secret] = process.argv.slice(2)
console.log(JSON.stringify(await runDay(api, key, secret)))
process.exit(0)
