import {
  type Expectation,
  type Issue,
  type IssueCode,
  type NormalisedResponse,
  PayError,
  type PayErrorCode,
  type PayErrorDetails,
  prepare,
} from 'iamport-checkout'
import { describeIssue, describe as describePayment } from 'iamport-checkout/messages'
import { describe, expect, it } from 'vitest'
import { kcpEscrow, order } from '../support/requests.ts'

const LOCALES = ['ko', 'en'] as const
/** All members of a union: the types see to it that one that is added is here. */
const all = <Name extends string>(names: Record<Name, 0>): Name[] => Object.keys(names) as Name[]
const CODES = all<PayErrorCode>({
  ...{ NOT_BROWSER: 0, INVALID_OPTIONS: 0, INVALID_REQUEST: 0, SDK_LOAD_FAILED: 0, SDK_LOAD_TIMEOUT: 0 },
  ...{ SDK_INCOMPATIBLE: 0, SDK_ERROR: 0, WINDOW_NOT_OPENED: 0, POPUP_BLOCKED: 0, BUSY: 0, CANCELLED: 0 },
  ...{ DUPLICATE_ORDER: 0, PAYMENT_FAILED: 0, WINDOW_CLOSED: 0, RETURNED: 0, ABORTED: 0 },
})
const ISSUE_CODES = all<IssueCode>({
  ...{ REQUIRED: 0, TYPE: 0, VALUE: 0, FORMAT: 0, TOO_LONG: 0, URL: 0, REFUSED: 0, UNKNOWN_GATEWAY: 0 },
  ...{ UNDOCUMENTED: 0, MISSPELT: 0, AMBIGUOUS: 0, SDK_TOO_OLD: 0, DISCOURAGED: 0 },
})
const EXPECTATIONS = all<Expectation>({
  'an object': 0,
  'an array': 0,
  'a text that is not blank': 0,
  'true or false': 0,
  'a number, 0 or more': 0,
  'more than 0, or a customer_uid': 0,
  'a whole number': 0,
  'a whole number, 1 or more': 0,
  'an array of whole numbers': 0,
  'a number from 0 to amount': 0,
  'a real date like YYYYMMDD': 0,
  '10 digits': 0,
  'an http(s) address': 0,
  needed: 0,
  refused: 0,
  'one of': 0,
  not: 0,
  'at most, in characters,': 0,
  'at most, in bytes,': 0,
  'at least': 0,
  'must add up to amount': 0,
  'has forbidden characters': 0,
  'must match': 0,
  'unknown, the default gateway would open': 0,
  'the name is': 0,
  'ignored beside': 0,
  'needs sdk': 0,
  'not on phones': 0,
})

const TRY_AGAIN = {
  ko: /다시 시도|다시 결제하실|다른 결제 수단/,
  en: /try again|pay again whenever|another way to pay/,
}
const DONT = { ko: /다시 결제하지 마시고 주문 내역을/, en: /don’t pay again; check your orders/ }
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

describe('describe', () => {
  const endings = CODES.flatMap(code =>
    LOCALES.flatMap(locale => [true, false].map(mayHavePaid => ({ code, locale, mayHavePaid }))),
  )

  it('knows all sixteen endings', () => expect(CODES).toHaveLength(16))

  it.each(endings)('$code, $locale, mayHavePaid $mayHavePaid', ({ code, locale, mayHavePaid }) => {
    const sentence = describePayment(fail(code, { mayHavePaid }), locale)
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
      CODES.map(code => describePayment(fail(code, { mayHavePaid }), locale))
    const doubtful = sentences(true).filter(sentence => sentence !== UNSURE[locale])
    const all = [...sentences(false), ...doubtful, FAILED[locale], UNSURE[locale]]
    expect(new Set(all).size).toBe(all.length)
  })

  it('uses what the error says of money, not what its code would', () => {
    expect(describePayment(fail('PAYMENT_FAILED', { mayHavePaid: true }), 'ko')).toBe(UNSURE.ko)
    expect(describePayment(fail('ABORTED'), 'en')).toBe('The payment was stopped. Please try again.')
  })

  it('never tells the buyer to pay again for a paid order, whatever mayHavePaid says', () => {
    for (const locale of LOCALES) {
      expect(describePayment(fail('DUPLICATE_ORDER', { mayHavePaid: false }), locale)).not.toMatch(
        TRY_AGAIN[locale],
      )
    }
  })

  describe('gateway’s own text', () => {
    const said = '[3051] 카드 한도가 초과되었습니다'

    it.each(LOCALES)('%s: is added to a failure, unchanged', locale => {
      const error = fail('PAYMENT_FAILED', { response: response({ error_msg: said, pg_provider: 'kcp' }) })
      const sentence = describePayment(error, locale)
      expect(sentence).toContain(said)
      expect(sentence.startsWith(describePayment(fail('PAYMENT_FAILED'), locale))).toBe(true)
    })

    it('is added where money may have moved, too', () => {
      const sentence = describePayment(
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
      expect(describePayment(error, 'ko')).toBe(describePayment(fail('CANCELLED'), 'ko'))
    })

    it.each(['', '  '])('leaves no trace where it is blank: "%s"', error_msg => {
      expect(describePayment(fail('PAYMENT_FAILED', { response: response({ error_msg }) }), 'ko')).toBe(
        describePayment(fail('PAYMENT_FAILED'), 'ko'),
      )
    })

    const naver = '결제를 취소하셨습니다. 주문 내용 확인 후 다시 결제해주세요.'

    it.each(['PAYMENT_FAILED', 'CANCELLED'] as const)('naverpay, %s: is all that is shown', code => {
      for (const locale of LOCALES) {
        for (const pg_provider of ['naverpay', 'naverpay.shop']) {
          const error = fail(code, { response: response({ error_msg: naver, pg_provider }) })
          expect(describePayment(error, locale)).toBe(naver)
        }
      }
    })

    it('naverpay in doubt: comes first, unchanged, and the warning follows', () => {
      const error = fail('PAYMENT_FAILED', {
        mayHavePaid: true,
        response: response({ error_msg: naver, pg_provider: 'naverpay' }),
      })
      expect(describePayment(error, 'ko')).toBe(`${naver} ${UNSURE.ko}`)
    })

    it('is shown for every ending where the response doesn’t say whose it is: it may be naverpay’s', () => {
      for (const code of ['PAYMENT_FAILED', 'CANCELLED', 'DUPLICATE_ORDER'] as const) {
        expect(describePayment(fail(code, { response: response({ error_msg: naver }) }), 'ko')).toContain(
          naver,
        )
      }
    })
  })

  it.each(['SOMETHING_NEW', 'constructor', '__proto__', ''])('an ending of a newer copy: %s', code => {
    for (const locale of LOCALES) {
      expect(describePayment({ code, mayHavePaid: false } as unknown as PayError, locale)).toBe(
        FAILED[locale],
      )
      expect(describePayment({ code, mayHavePaid: true } as unknown as PayError, locale)).toBe(UNSURE[locale])
    }
  })
})

describe('describeIssue', () => {
  const makeIssue = (
    level: Issue['level'],
    code: IssueCode,
    path: string,
    expected: Expectation,
    value = '',
    gateway = '',
  ): Issue => ({
    ...{ level, code, path, expected, message: 'for developers' },
    ...(value && { value }),
    ...(gateway && { gateway }),
  })

  const shape = {
    ko: /^(\[\w+\] )?[\w.[\]]+ (값|파라미터).+(니다|요|: [\w, ]+)\. .+(니다|요|[\w, ]+)\.$/,
    en: /^(\[\w+\] )?[\w.[\]]+ (is|has|says|works|needs) .+: .+\.$/,
  }

  it.each(EXPECTATIONS)('expected: %s', expected => {
    for (const locale of LOCALES) {
      const sentence = describeIssue(
        makeIssue('error', 'VALUE', 'kiccProducts[1].quantity', expected, '40', 'kicc'),
        locale,
      )
      expect(sentence).toMatch(shape[locale])
      expect(sentence).toSatisfy(isPlain)
      expect(sentence).toContain('[kicc] kiccProducts[1].quantity ')
      // A particle has to agree with the sound of what stands before it, and that is not known here.
      if (locale === 'ko') expect(sentence).not.toMatch(/(quantity|\b40)(은|는|이|가|을|를|과|와|로|으로) /)
    }
  })

  it.each(ISSUE_CODES)('code: %s', code => {
    for (const locale of LOCALES) {
      const sentence = describeIssue(makeIssue('warning', code, 'amount', 'at least', '10'), locale)
      expect(sentence).toMatch(shape[locale])
      expect(sentence).toContain('10')
    }
  })

  it('says something else for each code, and for each expectation', () => {
    for (const locale of LOCALES) {
      const byCode = ISSUE_CODES.map(code =>
        describeIssue(makeIssue('error', code, 'x', 'a text that is not blank'), locale),
      )
      const byWant = EXPECTATIONS.map(want =>
        describeIssue(makeIssue('error', 'TYPE', 'x', want, '1'), locale),
      )
      expect(new Set(byCode).size).toBe(ISSUE_CODES.length)
      expect(new Set(byWant).size).toBe(EXPECTATIONS.length)
    }
  })

  it('describes what prepare finds', () => {
    const { kcpProducts, ...request } = kcpEscrow
    const { issues } = prepare({ ...request, amount: '14000' as unknown as number, buyer_tel: '' })
    expect(issues.map(issue => describeIssue(issue, 'ko'))).toEqual([
      '[kcp] kcpProducts 값이 없거나 비어 있습니다. 필수 항목입니다.',
      'amount 값의 타입이 맞지 않습니다. 문자열이 아니라 0 이상의 숫자를 넣어 주세요.',
      'buyer_tel 값이 없거나 비어 있습니다. 문자열을 넣어 주세요.',
    ])
    const [tooOld] = prepare({ ...order, pg: 'nice_v2' }).issues
    expect(describeIssue(tooOld!, 'en')).toBe(
      "[nice_v2] pg needs a newer version of the SDK: set the option sdk to 'v1' or a newer one.",
    )
  })

  it('falls back to the text of a newer copy’s issue', () => {
    const newer = { ...makeIssue('error', 'TYPE', 'amount', 'a number, 0 or more'), message: 'its own text' }
    for (const locale of LOCALES) {
      expect(describeIssue({ ...newer, code: 'NEWER' as IssueCode }, locale)).toBe('its own text')
      expect(describeIssue({ ...newer, code: 'constructor' as IssueCode }, locale)).toBe('its own text')
      expect(describeIssue({ ...newer, expected: 'valueOf' as Expectation }, locale)).toBe('its own text')
    }
  })
})
