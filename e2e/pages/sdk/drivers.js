/*
 * The drivers that a release of `v1` has in its table, and where they are. Their names have a hash in life, so that a script and
 * its drivers belong together.
 */
const SINCE_1_5 = {
  tosspayments: 'iframe redirection',
  ksnet: 'iframe redirection',
  'smartro-v2': 'iframe redirection',
  kakaopay: 'iframe redirection',
  naverpay: 'popup redirection',
  'paypal-v2': 'ui',
}
const SINCE_1_19 = {
  ...SINCE_1_5,
  'nice-v2': 'iframe redirection',
  welcome: 'iframe redirection',
  'tosspay-v2': 'popup redirection',
  'toss-brandpay': 'iframe ui',
  'inicis-v2': 'iframe redirection',
  kpn: 'iframe redirection',
}
const SINCE_1_28 = {
  ...SINCE_1_19,
  hyphen: 'popup redirection',
  'kcp-v2': 'iframe redirection',
  'paypal-v2': 'ui popup redirection',
  // Those of its direct methods are popups.
  ksnet: 'iframe redirection popup',
}

const HASH = '0000000000000000000000000000000000000000000='

export const pathOf = id => `${id}-${HASH}.js`

/** Whether the release knows it. */
export const hasDriver = (release, id) => {
  if (id.startsWith('loadable-ui/')) return true
  const [, gateway, , ...rest] = id.split('/')
  const table = release.isAtLeast('1.28') ? SINCE_1_28 : release.isAtLeast('1.19') ? SINCE_1_19 : SINCE_1_5
  if (rest.length > 1 && !release.isAtLeast('1.28')) return false
  return !!table[gateway]?.split(' ').includes(rest.at(-1))
}

/** The gateways whose payments go the new way. All others, also those that the release has never heard of, go the old way. */
const NEW_WAY = {
  1.28: /^(tosspayments|ksnet|smartro_v2|nice_v2|toss_brandpay|welcome|tosspay_v2|hyphen)$/,
  1.19: /^(tosspayments|ksnet|smartro_v2|nice_v2|toss_brandpay|welcome|tosspay_v2)$/,
  1.5: /^(tosspayments|ksnet|smartro_v2)$/,
}

export const goesTheNewWay = (release, { pg, customer_uid }) => {
  if (typeof pg !== 'string') return false
  const [gateway] = pg.split('.')
  if (gateway === 'tosspayments' && customer_uid) return false
  const since = Object.keys(NEW_WAY).find(it => release.isAtLeast(it))
  return NEW_WAY[since].test(gateway)
}
