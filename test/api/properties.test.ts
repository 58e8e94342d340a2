// @vitest-environment jsdom
import fc from 'fast-check'
import {
  type Issue,
  PayError,
  type PayRequest,
  type Prepared,
  parseRedirect,
  prepare,
} from 'iamport-checkout'
import { afterEach, describe, expect, it } from 'vitest'
import { anyRequest, oneOf } from '../support/any-request.ts'
import { goTo, IPHONE, PC, pose } from '../support/browser.ts'

/** The same inputs in every run: what a new one finds is looked for with another seed, and not in the middle of a release. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) })

/**
 * Of each property. The default, what a commit can wait for, is in vitest.config.ts: more on src, where a counterexample
 * is to be found, than on what is built of it. `PROPERTY_RUNS=250000 npx vitest run --project src` tries a million in all.
 */
const numRuns = Number(process.env['PROPERTY_RUNS'])
const timeout = 60_000 + numRuns * 10

afterEach(() => pose(PC))

/** What was converted, and an address that was made absolute, is right from then on. */
const isStill = ({ code, expected }: Issue): boolean =>
  code !== 'CONVERTED' && expected !== 'absolute-redirect-url' && expected !== 'url-other-than-app-scheme'

/** Undefined for data that JSON can't hold, because it refers to itself. */
const prepareOrThrow = (generated: object, options: object): Prepared | undefined => {
  try {
    return prepare(generated as PayRequest, options)
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return undefined
  }
}

describe('prepare', () => {
  it(
    'throws only where JSON would, never writes, and is stable',
    () => {
      fc.assert(
        fc.property(
          anyRequest,
          fc.boolean(),
          oneOf('kicc', 'kcp', undefined),
          (generated, onPhone, provider) => {
            pose(onPhone ? IPHONE : PC)
            const options = typeof provider === 'string' ? { provider } : {}
            const before = fc.stringify(generated)
            const first = prepareOrThrow(generated, options)
            expect(fc.stringify(generated)).toBe(before)
            if (!first) return
            const second = prepare(first.params, options)
            expect(fc.stringify(second.params)).toBe(fc.stringify(first.params))
            expect(second.issues).toEqual(first.issues.filter(isStill))
            expect(second.leavesPage).toBe(first.leavesPage)
          },
        ),
        { numRuns },
      )
    },
    timeout,
  )

  it(
    'keeps query, fragment and encoding of a redirect URL',
    () => {
      pose(IPHONE)
      fc.assert(
        fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), url => {
          const { params } = prepare({ merchant_uid: 'm', amount: 1, pg: 'kcp', m_redirect_url: url })
          expect(params.m_redirect_url).toBe(url)
          const relative = `/done?${url.split('?')[1] ?? ''}`
          const resolved = prepare({
            merchant_uid: 'm',
            amount: 1,
            pg: 'kcp',
            m_redirect_url: relative,
          }).params
          expect(String(resolved.m_redirect_url)).toBe(new URL(relative, location.href).href)
        }),
        { numRuns },
      )
    },
    timeout,
  )
})

/** A key that only results have, or that begins like one. */
const KEY_OF_RESULT = /imp_|merchant_uid|error_|txId|paid_|vbank_|pg_|apply_num|receipt_url|%/

describe('parseRedirect', () => {
  const key = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'imp_uid',
        'merchant_uid',
        'imp_success',
        'success',
        'error_code',
        'error_msg',
        'code',
        'txId',
        'paid_amount',
        'custom_data',
      ),
    },
    { weight: 1, arbitrary: fc.string() },
  )
  const value = fc.oneof(
    fc.constantFrom('true', 'false', 'imp_1', '', 'null', '%', '%E3%8', '{"a":1}', '1e3'),
    fc.string({ unit: 'grapheme' }),
  )
  const query = fc
    .array(fc.tuple(key, value, fc.boolean()), { maxLength: 8 })
    .map(pairs =>
      pairs
        .map(
          ([name, text, encoded]) =>
            `${name}=${encoded ? encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')) : text}`,
        )
        .join('&'),
    )

  it(
    'never throws, on any text',
    () => {
      const url = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.tuple(fc.webUrl(), query, query).map(([base, one, two]) => `${base}?${one}#/x?${two}`),
      )
      fc.assert(
        fc.property(url, text => {
          const outcome = parseRedirect(text)
          if (outcome === null) return
          const { imp_uid, merchant_uid } = outcome instanceof PayError ? outcome.response! : outcome
          expect(imp_uid === null || (typeof imp_uid === 'string' && imp_uid !== '')).toBe(true)
          expect(typeof merchant_uid).toBe('string')
        }),
        { numRuns },
      )
    },
    timeout,
  )

  it(
    'finds nothing any more once the result was taken out, and the rest is as it was',
    () => {
      const own = fc.constantFrom('a=1', 'b=%EA%B0%80', 'flag', 'c=x+y', '')
      fc.assert(
        fc.property(query, own, own, (result, before, after) => {
          goTo(`/done?${before}&${result}&${after}#top`)
          const url = location.href
          // What comes back from the gateway the next time.
          const clean = String(prepare({ merchant_uid: 'm', amount: 1, pg: 'alipay' }).params.m_redirect_url)
          if (!KEY_OF_RESULT.test(url)) expect(clean).toBe(url)
          expect(parseRedirect(clean)).toBeNull()
          for (const pair of [before, after]) if (pair) expect(clean).toContain(pair)
          expect(clean.endsWith('#top')).toBe(true)
        }),
        { numRuns },
      )
    },
    timeout,
  )
})
