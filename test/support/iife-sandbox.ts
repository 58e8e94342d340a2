/** `dist/sandbox.min.js`, run as a browser runs a script. It gives nothing: it puts `IMP` on the page. */
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'

const file = 'dist/sandbox.min.js'
runInThisContext(readFileSync(file, 'utf8'), { filename: file })
