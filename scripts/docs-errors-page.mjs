/** docs/errors.md: each way in which a payment can end without success. */
import { endings } from './docs-errors.mjs'
import { code, made, slug, table } from './docs-markdown.mjs'

const yes = value => (value ? 'yes' : 'no')

/** An error of this code, with the other answer to "may money have moved?" where asked for. */
const example = (name, { PayError }, mayHavePaid) =>
  new PayError(name, '', mayHavePaid === undefined ? {} : { mayHavePaid })

const quote = (error, { describe: sentence }) =>
  ['ko', 'en'].map(locale => `> ${sentence(error, locale)}`).join('\n>\n')

const toBuyer = (name, source) => {
  if (!endings[name].either)
    return `**Show the buyer 구매자 안내**\n\n${quote(example(name, source), source)}`
  return [
    ['Show the buyer 구매자 안내, `mayHavePaid: false`', false],
    ['Show the buyer 구매자 안내, `mayHavePaid: true`', true],
  ]
    .map(([title, doubt]) => `**${title}**\n\n${quote(example(name, source, doubt), source)}`)
    .join('\n\n')
}

const section = (name, source) => {
  const { happened, todo, either, ko } = endings[name]
  const { mayHavePaid, retryable } = example(name, source)
  const money = either ? `**yes** ${either}; otherwise no` : mayHavePaid ? '**yes**' : 'no'
  const again = either && retryable ? 'yes, unless money may have moved' : yes(retryable)
  return `## ${name}

${source.codes[name]} ${happened}

- **May money have moved?** (\`mayHavePaid\`) ${money}
- **May the same call succeed?** (\`retryable\`) ${again}

${toBuyer(name, source)}

**What to do.** ${todo}

**한국어.** ${ko}`
}

const intro = `# Errors 오류

${made('src/errors.ts, src/messages and scripts/docs-errors.mjs')}

Everything that \`requestPay()\`, \`resumePay()\` and \`loadIamport()\` reject with is a \`PayError\`. Ask in this order:

1. \`error.mayHavePaid\`: **true** means that your server must look before the buyer pays again. 결제되었을 수 있으니 서버에서 먼저 확인하세요.
2. \`error.code\`: what happened.
3. \`error.retryable\`: whether the same call on the same page may succeed, with no doubt about money.

\`false\` in \`mayHavePaid\` is as far as a browser can know. It proves nothing: the webhook and the REST API have the last
word. Pay again with the **same** \`merchant_uid\`: one that was paid is refused, a new one would let the buyer pay twice.

\`describe(error, locale)\` of \`iamport-checkout/messages\` has the sentences for buyers below. Where the gateway gave a
text of its own, it is added, and for Naver Pay it is all that is shown.`

export const errorsPage = source => {
  const names = Object.keys(source.codes)
  const missing = names.filter(name => !endings[name])
  if (missing.length) throw new Error(`scripts/docs-errors.mjs has nothing on ${missing.join(', ')}`)
  const rows = names.map(name => {
    const { mayHavePaid, retryable } = example(name, source)
    const answers = endings[name].either ? ['it depends', 'it depends'] : [yes(mayHavePaid), yes(retryable)]
    return [`[${code(name)}](#${slug(name)})`, source.codes[name], ...answers]
  })
  return `${[
    intro,
    table(['`code`', 'What happened', '`mayHavePaid`', '`retryable`'], rows),
    ...names.map(name => section(name, source)),
  ].join('\n\n')}\n`
}
