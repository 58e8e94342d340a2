import { sizesOf } from './bundle.mjs'
import { asRatio } from './numbers.mjs'
import { ownOf, subjects } from './subjects.mjs'

export const measureSizes = async () => {
  const sizes = new Map()
  for (const subject of subjects) sizes.set(subject.name, await sizesOf(subject))
  const rows = subjects.map(subject => {
    const { minified, brotli } = sizes.get(subject.name)
    const own = ownOf(subject)
    return [
      subject.name,
      subject.version,
      subject.kind,
      minified,
      brotli,
      subject.kind === 'part' ? '' : asRatio(brotli, sizes.get(own.name).brotli),
    ]
  })
  return {
    title: 'Bytes',
    notes: [
      'What one function adds to a shop’s bundle: bundled and minified by esbuild (es2020, production), then brotli 11.',
      '“× ours”: brotli against ours of the same kind, loaders against loadIamport, whole ones against requestPay.',
      'Loaders fetch a script of their vendor’s that does the work, and PortOne’s requestPayment forwards to one. What is',
      'fetched isn’t counted, here or for us. @bootpay/client-js brings its payment window along, ours is the SDK’s.',
    ],
    head: ['function or package', 'version', 'kind', 'minified', 'brotli', '× ours'],
    rows,
  }
}
