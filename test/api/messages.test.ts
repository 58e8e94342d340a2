// @vitest-environment jsdom
import fc from 'fast-check'
import {
  type Expectation,
  type Issue,
  type KnownParameters,
  type NormalisedResponse,
  PayError,
  type PayErrorCode,
  type PayErrorDetails,
  prepare,
  type UnverifiedPayment,
  type VerifiedPayment,
} from 'iamport-checkout'
import { describeError, describeIssue, describePayment, findMisspelt } from 'iamport-checkout/messages'
import { describe, expect, it } from 'vitest'
import { anyRequest } from '../support/any-request.ts'
import { documentedParameters } from '../support/documented-parameters.ts'
import { kcpEscrow, order } from '../support/requests.ts'
import { ruleCases, runCase, titleOf } from '../support/rule-requests.ts'

/** The same inputs in every run: what a new one finds is looked for with another seed, and not in the middle of a release. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_260_101) })

type GoodVerdict = VerifiedPayment['verdict']

const LOCALES = ['ko', 'en'] as const
/** All members of a union: the types see to it that one that is added is here. */
const all = <Name extends string>(names: Record<Name, 0>): Name[] => Object.keys(names) as Name[]
const CODES = all<PayErrorCode>({
  ...{ NOT_BROWSER: 0, INVALID_OPTIONS: 0, INVALID_REQUEST: 0, SDK_LOAD_FAILED: 0, SDK_LOAD_TIMEOUT: 0 },
  ...{ SDK_INCOMPATIBLE: 0, SDK_ERROR: 0, WINDOW_NOT_OPENED: 0, POPUP_BLOCKED: 0, BUSY: 0, CANCELLED: 0 },
  ...{ DUPLICATE_ORDER: 0, PAYMENT_FAILED: 0, WINDOW_CLOSED: 0, RETURNED: 0, ABORTED: 0 },
  ...{ UNCONFIRMED: 0, MISMATCH: 0 },
})
const EXPECTATIONS = all<Expectation>({
  ...{ object: 0, array: 0, 'non-blank-text': 0, boolean: 0, 'non-negative-number': 0 },
  ...{ 'price-or-customer-uid': 0, 'whole-number': 0, 'two-decimals': 0, 'exact-number': 0 },
  ...{
    'positive-whole-number': 0,
    'whole-numbers': 0,
    'share-of-amount': 0,
    'real-date': 0,
    'ten-digits': 0,
  },
  ...{ 'redirect-url': 0, 'absolute-redirect-url': 0, 'url-other-than-app-scheme': 0, 'web-url': 0 },
  ...{ 'public-url': 0, 'no-placeholder': 0, 'json-value': 0, given: 0, absent: 0, 'one-of': 0, not: 0 },
  ...{ 'max-characters': 0, 'max-bytes': 0, min: 0, max: 0, 'sum-is-amount': 0, 'other-characters': 0 },
  ...{ pattern: 0, 'known-gateway': 0, 'correct-name': 0, 'same-gateway': 0, 'newer-sdk': 0 },
  ...{ 'currency-given': 0, 'not-on-phones': 0, 'no-billing-key': 0, 'zero-for-key': 0, 'order-number': 0 },
  ...{ 'uncovered-window': 0 },
})
/** Those that say nothing without a value of the issue's. */
const WITH_VALUE: readonly Expectation[] = [
  ...(['one-of', 'not', 'max-characters', 'max-bytes', 'min', 'max', 'other-characters', 'pattern'] as const),
  ...(['correct-name', 'same-gateway', 'newer-sdk', 'currency-given'] as const),
]

const TRY_AGAIN = {
  ko: /다시 시도|다시 결제하실|다른 결제 수단/,
  en: /try again|pay again whenever|another way to pay/,
}
const DONT = {
  ko: /다시 결제하지 마시고 (주문 내역을|판매자의 안내를)/,
  en: /don’t pay again; (check your orders|the seller)/,
}
/** What a buyer has no use for. */
const JARGON =
  /[A-Z]{2,}|_|\b(SDK|IMP|API|URL|iamport|merchant|gateway|popup window|error|undefined|null)\b|오류|에러|모듈|파라미터|스크립트|콜백/

const response = (fields: Partial<NormalisedResponse>): NormalisedResponse => ({
  imp_uid: 'imp_1',
  merchant_uid: 'm_1',
  via: 'callback',
  raw: {},
  ...fields,
})
const fail = (code: PayErrorCode, details?: PayErrorDetails) => new PayError(code, 'for developers', details)

/** What is said of an ending that is newer than the texts, and of one in doubt that has no words of its own. */
const FAILED = {
  ko: '결제를 완료하지 못했습니다. 계속되면 판매자에게 문의해 주세요.',
  en: 'The payment could not be completed. Please contact the seller if this keeps happening.',
}
const UNSURE = {
  ko: '결제 결과를 확인하지 못했습니다. 결제가 이루어졌을 수 있으니 다시 결제하지 마시고 주문 내역을 먼저 확인해 주세요.',
  en: 'We could not confirm your payment. You may have been charged, so please don’t pay again; check your orders first.',
}

const isPlain = (sentence: string): boolean =>
  sentence === sentence.trim() && !/ {2}|undefined|\.\./.test(sentence)

describe('describeError', () => {
  const endings = CODES.flatMap(code =>
    LOCALES.flatMap(locale => [true, false].map(mayHavePaid => ({ code, locale, mayHavePaid }))),
  )

  it('knows all eighteen endings', () => expect(CODES).toHaveLength(18))

  it.each(endings)('$code, $locale, mayHavePaid $mayHavePaid', ({ code, locale, mayHavePaid }) => {
    const sentence = describeError(fail(code, { mayHavePaid }), locale)
    expect(sentence).toSatisfy(isPlain)
    expect(sentence).not.toMatch(JARGON)
    expect(sentence).toMatch(locale === 'ko' ? /^[가-힣 ,.]+(요|니다)\.$/ : /^[A-Z][a-z0-9 ,.;’]+\.$/i)
    if (mayHavePaid) {
      expect(sentence).toMatch(DONT[locale])
      expect(sentence).not.toMatch(TRY_AGAIN[locale])
    } else expect(sentence).not.toMatch(locale === 'ko' ? /이루어졌을/ : /been charged/)
  })

  it.each(LOCALES)('%s: says something else of each ending, and of each ending in doubt', locale => {
    const sentences = (mayHavePaid: boolean) =>
      CODES.map(code => describeError(fail(code, { mayHavePaid }), locale))
    const doubtful = sentences(true).filter(sentence => sentence !== UNSURE[locale])
    const all = [...sentences(false), ...doubtful, FAILED[locale], UNSURE[locale]]
    expect(new Set(all).size).toBe(all.length)
  })

  it('uses what the error says of money, not what its code would', () => {
    expect(describeError(fail('PAYMENT_FAILED', { mayHavePaid: true }), 'ko')).toBe(UNSURE.ko)
    expect(describeError(fail('ABORTED'), 'en')).toBe('The payment was stopped. Please try again.')
  })

  it('never tells the buyer to pay again for a paid order, whatever mayHavePaid says', () => {
    for (const locale of LOCALES) {
      expect(describeError(fail('DUPLICATE_ORDER', { mayHavePaid: false }), locale)).not.toMatch(
        TRY_AGAIN[locale],
      )
    }
  })

  describe('gateway’s own text', () => {
    const said = '[3051] 카드 한도가 초과되었습니다'

    it.each(LOCALES)('%s: is added to a failure, unchanged', locale => {
      const error = fail('PAYMENT_FAILED', { response: response({ error_msg: said, pg_provider: 'kcp' }) })
      const sentence = describeError(error, locale)
      expect(sentence).toContain(said)
      expect(sentence.startsWith(describeError(fail('PAYMENT_FAILED'), locale))).toBe(true)
    })

    it('is added where money may have moved, too', () => {
      const sentence = describeError(
        fail('PAYMENT_FAILED', {
          mayHavePaid: true,
          response: response({ error_msg: said, pg_provider: 'daou' }),
        }),
        'ko',
      )
      expect(sentence).toContain(said)
      expect(sentence).toMatch(DONT.ko)
    })

    it('is not needed for a cancellation', () => {
      const error = fail('CANCELLED', {
        response: response({
          error_msg: '[결제포기] 사용자가 결제를 취소하셨습니다',
          pg_provider: 'html5_inicis',
        }),
      })
      expect(describeError(error, 'ko')).toBe(describeError(fail('CANCELLED'), 'ko'))
    })

    it.each(['', '  '])('leaves no trace where it is blank: "%s"', error_msg => {
      expect(describeError(fail('PAYMENT_FAILED', { response: response({ error_msg }) }), 'ko')).toBe(
        describeError(fail('PAYMENT_FAILED'), 'ko'),
      )
    })

    const naver = '결제를 취소하셨습니다. 주문 내용 확인 후 다시 결제해주세요.'
    const refused = '카드사의 승인이 거절되었습니다.'

    it.each(['PAYMENT_FAILED', 'CANCELLED'] as const)('naverpay, %s: is all that is shown', code => {
      for (const locale of LOCALES) {
        for (const pg_provider of ['naverpay', 'naverpay.shop']) {
          const error = fail(code, { response: response({ error_msg: naver, pg_provider }) })
          expect(describeError(error, locale)).toBe(naver)
        }
      }
    })

    it('naverpay in doubt: comes first, unchanged, and the warning follows', () => {
      const error = fail('PAYMENT_FAILED', {
        mayHavePaid: true,
        response: response({ error_msg: refused, pg_provider: 'naverpay' }),
      })
      expect(describeError(error, 'ko')).toBe(`${refused} ${UNSURE.ko}`)
    })

    it.each([
      ...[naver, '다시 시도해 주세요.', '재결제 부탁드립니다', 'Please try again.', 'Retry the payment'],
      ...[
        '한도초과입니다. 다른 카드로 결제해 주세요.',
        '다른 결제수단을 이용해 주세요',
        '새로 결제해 주세요',
      ],
      ...[
        '재주문 바랍니다',
        '계좌이체로 진행 바랍니다',
        'Please use a different card.',
        'Choose another way to pay',
      ],
      ...[
        'You have not been charged.',
        'Your card wasn’t charged',
        '결제되지 않았습니다',
        '승인이 되지 않았습니다',
      ],
    ])('is left out in doubt where it asks the buyer to pay, or denies the charge: %s', error_msg => {
      for (const pg_provider of ['naverpay', 'kcp']) {
        const doubt = { mayHavePaid: true, response: response({ error_msg, pg_provider }) }
        expect(describeError(fail('PAYMENT_FAILED', doubt), 'ko')).toBe(UNSURE.ko)
      }
      const safe = response({ error_msg, pg_provider: 'kcp' })
      expect(describeError(fail('PAYMENT_FAILED', { response: safe }), 'ko')).toContain(error_msg)
    })

    it('is shown for every ending where the response doesn’t say whose it is: it may be naverpay’s', () => {
      for (const code of ['PAYMENT_FAILED', 'CANCELLED', 'DUPLICATE_ORDER'] as const) {
        const error = fail(code, { response: response({ error_msg: refused }) })
        expect(describeError(error, 'ko')).toContain(refused)
      }
    })
  })

  it.each(['SOMETHING_NEW', 'constructor', '__proto__', ''])('an ending of a newer copy: %s', code => {
    for (const locale of LOCALES) {
      expect(describeError({ code, mayHavePaid: false } as unknown as PayError, locale)).toBe(FAILED[locale])
      expect(describeError({ code, mayHavePaid: true } as unknown as PayError, locale)).toBe(UNSURE[locale])
    }
  })
})

describe('describePayment', () => {
  const paymentOf = (verdict: GoodVerdict, fields?: Partial<UnverifiedPayment>): VerifiedPayment => ({
    verdict,
    merchant_uid: 'm_1',
    imp_uid: 'imp_1',
    payment: fields ? { imp_uid: 'imp_1', merchant_uid: 'm_1', via: 'callback', raw: {}, ...fields } : null,
    answer: {},
  })
  const VERDICTS = all<GoodVerdict>({ paid: 0, awaiting: 0, pending: 0, registered: 0 })

  it.each(LOCALES)('%s: says something else of each good end, in plain words', locale => {
    const sentences = VERDICTS.map(verdict => describePayment(paymentOf(verdict), locale))
    for (const sentence of sentences) {
      expect(sentence).toSatisfy(isPlain)
      expect(sentence).not.toMatch(JARGON)
      expect(sentence).not.toMatch(TRY_AGAIN[locale])
    }
    expect(new Set(sentences).size).toBe(VERDICTS.length)
  })

  const account = {
    vbank_num: '110-000-001',
    vbank_name: '신한은행',
    vbank_holder: '가게',
    // 2026-08-01 23:59 in Korea.
    vbank_date: Date.UTC(2026, 7, 1, 14, 59, 59) / 1000,
  }

  it('says where an awaited deposit goes to, and until when in Korean time', () => {
    const payment = paymentOf('awaiting', account)
    expect(describePayment(payment, 'ko')).toMatch(
      /신한은행 110-000-001 \(예금주 가게\), 입금 기한: 2026년 8월 1일.*11:59/,
    )
    expect(describePayment(payment, 'en')).toMatch(
      /신한은행 110-000-001 \(가게\) by 1 August 2026.*23:59 \(Korean time\)\.$/,
    )
  })

  it('says of an account what is known of it', () => {
    for (const locale of LOCALES) {
      const number = describePayment(paymentOf('awaiting', { vbank_num: '1' }), locale)
      expect(number).toMatch(/ 1\.$/)
      expect(number).toSatisfy(isPlain)
      const bare = describePayment(paymentOf('awaiting'), locale)
      for (const fields of [{}, { vbank_num: '' }, { vbank_num: 'unknown' }, { vbank_name: '신한은행' }])
        expect(describePayment(paymentOf('awaiting', fields), locale)).toBe(bare)
      for (const vbank_date of [Number.NaN, Number.POSITIVE_INFINITY, 1e300])
        expect(describePayment(paymentOf('awaiting', { vbank_num: '1', vbank_date }), locale)).toBe(number)
    }
  })

  it('believes the server before a page, whose link may name a stranger’s account', () => {
    const link = paymentOf('awaiting', { vbank_num: '999-EVIL', vbank_name: 'EVIL', vbank_holder: 'EVIL' })
    const account = { number: '110-000-001', bank: '신한은행', holder: '가게', due: null }
    const said = describePayment({ ...link, answer: { verdict: 'awaiting', account } }, 'ko')
    expect(said).toContain('신한은행 110-000-001 (예금주 가게)')
    expect(said).not.toContain('EVIL')
    // Who sells before the landing knows of no payment, and the server alone tells the account.
    const alone = { ...paymentOf('awaiting'), answer: { verdict: 'awaiting', account } }
    expect(describePayment(alone, 'ko')).toBe(said)
    for (const answer of [null, 'awaiting', { account: null }, { account: '110' }])
      expect(describePayment({ ...link, answer }, 'ko')).toContain('999-EVIL')
  })

  it('names no account where nothing is to be deposited', () => {
    for (const locale of LOCALES)
      expect(describePayment(paymentOf('paid', account), locale)).toBe(
        describePayment(paymentOf('paid'), locale),
      )
  })

  it('takes the verdict of a newer copy for one that is not final', () => {
    const newer = paymentOf('constructor' as GoodVerdict)
    for (const locale of LOCALES)
      expect(describePayment(newer, locale)).toBe(describePayment(paymentOf('pending'), locale))
  })
})

describe('describeIssue', () => {
  const issueOf = (expected: Expectation, members: Partial<Issue> = {}): Issue => ({
    ...{
      level: 'error',
      code: 'VALUE',
      path: 'kiccProducts[1].quantity',
      expected,
      message: 'for developers',
    },
    ...members,
  })
  const SHAPE = {
    ko: /^(\[\w+\] )?[\w.[\]-]+ (값|파라미터|위에).+(니다|요|: .+)( \(받은 값: .+\))?\.$/s,
    en: /^[\w.[\]-]+ (\(\w+\) )?(has to|should|can|must|is|names|needs|looks|lies) .+\.$/s,
  }

  /** What must hold of the sentence of any issue. */
  const check = (issue: Issue): void => {
    const { path, gateway, value, received } = issue
    for (const locale of LOCALES) {
      const sentence = describeIssue(issue, locale)
      expect(sentence).toMatch(SHAPE[locale])
      expect(sentence).not.toMatch(/undefined|\[object/)
      const name = {
        ko: `${gateway ? `[${gateway}] ` : ''}${path} `,
        en: `${path} ${gateway ? `(${gateway}) ` : ''}`,
      }
      expect(sentence.startsWith(name[locale])).toBe(true)
      if (value && WITH_VALUE.includes(issue.expected)) expect(sentence).toContain(value)
      if (received && received !== 'nothing' && !/^an? /.test(received)) expect(sentence).toContain(received)
    }
  }

  it.each(EXPECTATIONS)(
    'of the expectation %s names the parameter, the gateway, what is right and what came',
    expected => {
      for (const received of ['nothing', '"3"', 'a list', 'an empty list', 'an object', '-1', undefined])
        for (const gateway of ['kicc', undefined])
          check(
            issueOf(expected, { value: '40', ...(received && { received }), ...(gateway && { gateway }) }),
          )
      // A particle has to agree with the sound of what stands before it, and that is not known here.
      const sentence = describeIssue(issueOf(expected, { value: '40' }), 'ko')
      expect(sentence).not.toMatch(/(quantity|\b40)(은|는|이|가|을|를|과|와) /)
    },
  )

  it('says something else for each expectation', () => {
    for (const locale of LOCALES) {
      const sentences = EXPECTATIONS.map(expected => describeIssue(issueOf(expected, { value: '1' }), locale))
      expect(new Set(sentences).size).toBe(EXPECTATIONS.length)
    }
  })

  it('says in English what the issue says of itself, and in Korean what came', () => {
    const { kcpProducts, ...request } = kcpEscrow
    const { issues } = prepare({ ...request, amount: '14,000' as unknown as number, buyer_tel: '' })
    expect(issues.map(issue => describeIssue(issue, 'en'))).toEqual(issues.map(({ message }) => message))
    expect(issues.map(issue => describeIssue(issue, 'ko'))).toEqual([
      'amount 값은 0 이상의 숫자여야 합니다 (받은 값: "14,000").',
      '[kcp] kcpProducts 값이 있어야 합니다 (받은 값: 없음).',
      'buyer_tel 값이 있어야 합니다 (받은 값: "").',
    ])
    const [tooOld] = prepare({ ...order, pg: 'nice_v2' }, { sdk: '1.2.0' }).issues
    expect(describeIssue(tooOld!, 'en')).toBe(
      'pg (nice_v2) needs the payment script v1 or newer; it would get "1.2.0".',
    )
  })

  it('says that money moves, where a shop may think that none does', () => {
    const [charged] = prepare({ ...order, pg: 'danal_tpay', customer_uid: 'c' }).issues
    expect(charged).toMatchObject({
      level: 'warning',
      code: 'CHARGED',
      path: 'amount',
      gateway: 'danal_tpay',
    })
    expect(describeIssue(charged!, 'ko')).toBe(
      '[danal_tpay] amount 값은 customer_uid가 있어도 결제됩니다. 빌링키만 발급하려면 0이어야 합니다 (받은 값: 14000).',
    )
  })

  it.each(ruleCases.map(ruleCase => [titleOf(ruleCase), ruleCase] as const))(
    'of the rule %s',
    (_, ruleCase) => {
      const { breaking } = runCase(ruleCase)
      const { issues } = prepare(breaking as unknown as KnownParameters, { sdk: 'v1' })
      expect(issues).not.toEqual([])
      for (const issue of issues) check(issue)
    },
  )

  it('of whatever is wrong with a request', () => {
    fc.assert(
      fc.property(anyRequest, request => {
        let issues: Issue[] = []
        try {
          issues = prepare(request as unknown as KnownParameters).issues
        } catch {
          // A request that JSON can't hold has no issues.
        }
        for (const issue of issues) check(issue)
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS']) },
    )
  }, 120_000)

  it('falls back to the text of a newer copy’s issue', () => {
    for (const expected of ['newer', 'valueOf', 'constructor', '__proto__']) {
      const newer = issueOf(expected as Expectation, { message: 'its own text' })
      for (const locale of LOCALES) expect(describeIssue(newer, locale)).toBe('its own text')
    }
  })
})

describe('findMisspelt', () => {
  const found = (request: object): string[] =>
    findMisspelt(request).map(({ path, value }) => `${path} → ${value}`)

  it.each([
    ['a letter too many', 'buyer_naame', 'buyer_name'],
    ['a letter that is missing', 'buyer_nme', 'buyer_name'],
    ['another letter', 'buyer_addt', 'buyer_addr'],
    ['two letters that changed places, as in a sample of PortOne', 'buyer_adrr', 'buyer_addr'],
    ['the first letter', 'erchant_uid', 'merchant_uid'],
    ['the last letter', 'merchant_ui', 'merchant_uid'],
    ['a letter behind the end', 'amounts', 'amount'],
    ['a missing underscore', 'merchantuid', 'merchant_uid'],
    ['another style', 'merchantUid', 'merchant_uid'],
    ['another style, and a slip', 'buyerEmial', 'buyer_email'],
    ['capitals', 'PAY_METHOD', 'pay_method'],
    ['capitals', 'channelkey', 'channelKey'],
    ['another underscore', 'channel_Key', 'channelKey'],
    ['a number of a customer', 'customerUid', 'customer_uid'],
    ['an id of a customer', 'customerId', 'customer_id'],
    ['a product too few', 'kicProducts', 'kiccProducts'],
  ])('finds %s: %s', (_, wrong, right) => {
    expect(found({ ...order, [wrong]: 'x' })).toEqual([`${wrong} → ${right}`])
    expect(findMisspelt({ [wrong]: 'x' })[0]).toMatchObject({
      ...{ level: 'warning', code: 'MISSPELT', path: wrong, expected: 'correct-name', value: right },
    })
  })

  it.each(['cart', 'names', 'vats', 'cvc', 'p', '', 'memo', 'buyer', 'order_number', 'tomorrow'])(
    'has nothing against a name of the shop’s own: %s',
    name => expect(found({ ...order, [name]: 'x' })).toEqual([]),
  )

  it('has nothing against any parameter that there is', () => {
    const names = [...new Set(documentedParameters.map(path => path.split('.')[0]!))]
    expect(names.length).toBeGreaterThan(70)
    expect(found(Object.fromEntries(names.map(name => [name, 'x'])))).toEqual([])
  })

  it('looks at no parameter that is not sent, and at nothing but requests', () => {
    expect(found({ buyer_adrr: null, merchantUid: undefined })).toEqual([])
    for (const other of [null, undefined, 'x', ['buyer_adrr']]) expect(found(other as never)).toEqual([])
  })

  it('names what is meant in both languages', () => {
    const [issue] = findMisspelt({ merchantUid: 'order_1' })
    expect(describeIssue(issue!, 'en')).toBe(
      'merchantUid is not read by the script, whose name for it is merchant_uid; it is "order_1".',
    )
    expect(describeIssue(issue!, 'ko')).toContain('올바른 이름은 merchant_uid입니다')
  })
})
