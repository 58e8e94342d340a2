/** The day in a Worker, asked for by a request. */
import { runDay } from './day.mjs'

export default {
  async fetch(request) {
    const { api, key, secret } = Object.fromEntries(new URL(request.url).searchParams)
    try {
      return Response.json(await runDay(api, key, secret))
    } catch (error) {
      return new Response(String(error?.stack), { status: 500 })
    }
  },
}
