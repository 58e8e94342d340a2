/** Finds a gateway's row by what a request says. */
import type { GatewayCode } from '../types/codes.ts'
import { asText } from '../util/as-text.ts'
import { isBlank, type Members } from '../util/is-object.ts'
import { type GatewayRow, gateways } from './table.ts'

/** `kcp.T0000` is the gateway `kcp` with the merchant id `T0000`. */
export const codeOf = (pg: string): string => pg.split('.')[0]!

/** Whether the table has a row of this name. A member that every object has, such as `constructor`, is none. */
const isKnown = (code: string): code is GatewayCode => Object.keys(gateways).includes(code)

/** What is known of a gateway, by its code with or without a merchant id; undefined for one that isn't in the table. */
export const rowOf = (pg: string): GatewayRow | undefined => {
  const code = codeOf(pg)
  return isKnown(code) ? gateways[code] : undefined
}

/**
 * The rows by which a request may be excused from something: that of its gateway, or all of them where the request names nothing but a
 * channel, whose gateway only the server knows.
 */
export const rowsThatMayApply = (
  row: GatewayRow | undefined,
  params: Members,
): readonly (GatewayRow | undefined)[] =>
  row || !isBlank(params['pg']) || isBlank(params['channelKey']) ? [row] : Object.values(gateways)

/** The gateway whose rules apply: that of `pg`, which decides also beside a channelKey; else the option `provider`. */
export const gatewayOf = (params: Members, provider: string | undefined): string =>
  asText(params['pg']) || asText(provider)
