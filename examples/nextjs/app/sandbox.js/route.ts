import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sandbox } from '../../lib/payments'

/** The sandbox in place of cdn.iamport.kr. Where there is an account, there is none of it. */
export const GET = async () => {
  const file = join(process.cwd(), 'node_modules/iamport-checkout/dist/sandbox.min.js')
  const script = sandbox ? await readFile(file, 'utf8') : ''
  return new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}
