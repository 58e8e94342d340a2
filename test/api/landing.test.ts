import { parseRedirect } from 'iamport-checkout'
import { describe, expect, it } from 'vitest'

const found = { imp_uid: 'imp_1', merchant_uid: 'm_1', via: 'redirect' }

describe('parseRedirect', () => {
  it.each([
    ['an absolute URL', 'https://shop.test/done?imp_uid=imp_1&merchant_uid=m_1&imp_success=true'],
    ['a URL object', new URL('https://shop.test/done?imp_uid=imp_1&merchant_uid=m_1')],
    ['the path that a server gets', '/done?a=1&imp_uid=imp_1&merchant_uid=m_1'],
    ['a query alone', '?imp_uid=imp_1&merchant_uid=m_1'],
    ['a hash router', 'https://shop.test/?x=1#/done?imp_uid=imp_1&merchant_uid=m_1'],
    ['a query before a fragment', 'https://shop.test/?imp_uid=imp_1&merchant_uid=m_1#/done'],
    ['a query that is split over both', 'https://shop.test/?imp_uid=imp_1#/done?merchant_uid=m_1'],
    [
      'the manual, which has the flag under a second imp_uid',
      '/?imp_uid=imp_1&merchant_uid=m_1&imp_uid=true',
    ],
    ['words for nothing', '/?imp_uid=imp_1&merchant_uid=m_1&error_msg=null&error_code=undefined'],
    ['doubled keys', '/?imp_uid=imp_0&merchant_uid=m_0&imp_uid=imp_1&merchant_uid=m_1&imp_uid='],
  ])('reads %s', (_, url) => expect(parseRedirect(url)).toMatchObject(found))

  it.each([
    ['no query', 'https://shop.test/done'],
    ['a query of the shop', 'https://shop.test/done?code=PROMO&message=hi&success=true'],
    ['empty ids', 'https://shop.test/done?imp_uid=&merchant_uid='],
    ['no URL', 'imp_uid=imp_1'],
    ['an empty text', ''],
  ])('finds no result in %s', (_, url) => expect(parseRedirect(url)).toBeNull())

  it.each([[undefined], [null], [42], [{}]])('refuses %s', value => {
    expect(() => parseRedirect(value as never)).toThrow(TypeError)
  })

  it('decodes once', () => {
    expect(parseRedirect('/?imp_uid=imp_1&merchant_uid=100%2525')).toMatchObject({ merchant_uid: '100%25' })
  })

  it('does not stumble over broken escapes', () => {
    expect(parseRedirect('/?imp_uid=imp_1&merchant_uid=m_1&imp_success=false&error_msg=100%')).toMatchObject({
      response: { error_msg: '100%' },
    })
  })

  it('does not take a key for a member of all objects', () => {
    expect(parseRedirect('/?imp_uid=imp_1&merchant_uid=m_1&__proto__=x&constructor=y')).toMatchObject(found)
  })
})
