/** Of the script alone: modules are UTF-8 whatever the page is, and a bundle is as its bundler writes it. */
import { expect, test } from '@playwright/test'

const SCRIPT = '<script src="/dist/iamport-checkout.min.js"></script>'

for (const charset of ['euc-kr', undefined]) {
  test(`a page in ${charset ?? 'no encoding at all'}: Korean texts are understood all the same`, async ({
    page,
  }) => {
    const meta = charset ? `<meta charset="${charset}">` : ''
    await page.route('**/page.html', route =>
      route.fulfill({ body: `<!doctype html>${meta}${SCRIPT}<body>`, contentType: 'text/html' }),
    )
    await page.route('**/iamport-checkout.min.js', async route => {
      const response = await route.fetch()
      await route.fulfill({ body: await response.body(), contentType: 'text/javascript' })
    })
    await page.goto('/page.html')
    const codes = await page.evaluate(() =>
      [
        '\uc774\ubbf8 \uacb0\uc81c\uac00 \uc774\ub8e8\uc5b4\uc9c4 \uac70\ub798\uac74\uc785\ub2c8\ub2e4.',
        '\uc0ac\uc6a9\uc790\uac00 \uacb0\uc81c\ub97c \ucde8\uc18c\ud558\uc168\uc2b5\ub2c8\ub2e4',
      ].map(text => {
        const query = new URLSearchParams({
          imp_uid: 'i',
          merchant_uid: 'm',
          imp_success: 'false',
          error_msg: text,
        })
        return (window.IamportCheckout.parseRedirect(`/?${query}`) as { code?: string }).code
      }),
    )
    expect(codes).toEqual(['DUPLICATE_ORDER', 'CANCELLED'])
  })
}
