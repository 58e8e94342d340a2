/** Of the gateways' pages what holds at every gateway: the rules in src/validation, and what happens without each. */
import { generalInKorean } from './docs-general-ko.mjs'
import { code, PAYRQ, table } from './docs-markdown.mjs'

/** Parameter, what is an error, what happens without the rule, where that is from. */
const ERRORS = [
  [
    'amount',
    'missing, but for billing keys and the actions of kcp_quick that are no payments; not a number, 0 or more; 0 without `customer_uid`; a fraction of a won or a yen',
    'A price as text makes the payment fail, and without one there is nothing to pay. Text of digits is converted, with a warning.',
    'release note of PortOne, 2024-03-15',
  ],
  [
    'merchant_uid',
    'missing, blank, no text, or over 40 characters. A whole number is converted, with a warning. Behind a `channelKey` whose gateway nobody has named, a long one is a warning',
    'The server can’t find the payment again; some gateways cut the number off, and bring another one back.',
    PAYRQ,
  ],
  [
    '`escrow`, `digital`',
    'given, and not true or false',
    "The documents have true and false only; a text such as `'false'` may count as true, and open a window of escrow or for digital goods.",
    PAYRQ,
  ],
  [
    'tax_free',
    'not a number from 0 to `amount`',
    'VAT is computed from it, as (amount − tax_free) / 11, and would be wrong.',
    PAYRQ,
  ],
  [
    'vbank_due',
    "with `pay_method: 'vbank'`, not a date that exists in a form that some gateway documents",
    'The window does not open (nice_v2, smartro_v2); of others it is not said.',
    'nice-v2/payment-caution, 2025-10-23; smartro-v2/caution, 2025-11-12',
  ],
  [
    '`notice_url`, `confirm_url`',
    'not an absolute http(s) address; each of a list. One that only this machine knows is a warning',
    'PortOne’s servers can’t call it. The webhook of the admin console is not called either, for this one takes its place; a payment that can’t be confirmed is given up.',
    PAYRQ,
  ],
  [
    '`m_redirect_url`, `app_scheme`',
    'runs code (`javascript:`), still is the placeholder of a sample (braces, spaces), or is blank where the page is left',
    'The buyer does not come back to the shop, and the result is lost.',
    PAYRQ,
  ],
  [
    'display.card_quota',
    'not a list of whole numbers',
    'The documents have a list of numbers only; they do not say what another value does.',
    PAYRQ,
  ],
  [
    '`kcpProducts`, `kiccProducts`',
    'with a product that lacks `orderNumber`, `name`, `quantity` (1 or more) or `amount` (0 or more). The sum is not compared with `amount`',
    'The payment does not proceed.',
    'iamport-manual at 2017, KCP, 2017-10-17; at 2019, KICC, 2019-06-26',
  ],
  [
    'pg',
    'only newer scripts know it, and an older one is on the page or was asked for',
    'The script opens the default channel of the admin console, without a word.',
    'the scripts themselves',
  ],
]

const WARNINGS = [
  '`buyer_tel` is missing: some gateways fail without it.',
  "`digital` is missing with `pay_method: 'phone'`.",
  '`name` has more than 40 characters.',
  '`amount` has more than two decimals.',
  '`pg` is not in this table, or is another gateway than the `channelKey`’s (option `provider`).',
  'A parameter’s name is one that people misspell (`channel_key`). `findMisspelt()` of `iamport-checkout/messages` finds more.',
]

const HEAD = ['Parameter', 'An error where it is', 'What happens without it', 'Source']

const inEnglish = { errors: ERRORS, head: HEAD, label: 'Warnings:', warnings: WARNINGS }

/** What stands under the heading of all gateways. */
export const generalSection = locale => {
  const { errors, head, label, warnings } = locale === 'ko' ? generalInKorean : inEnglish
  return [
    table(
      head,
      errors.map(([name, ...cells]) => [name.startsWith('`') ? name : code(name), ...cells]),
    ),
    label,
    warnings.map(warning => `- ${warning}`).join('\n'),
  ].join('\n\n')
}
