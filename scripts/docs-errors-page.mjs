/** docs/errors.md: each way in which a payment can end without success. */
import { endings } from './docs-errors.mjs'
import { code, made, slug, table } from './docs-markdown.mjs'

const yes = value => (value ? 'yes 예' : 'no 아니요')
const depends = 'it depends 경우에 따라'

/** An error of this code, with the other answer to "may money have moved?" where asked for. */
const example = (name, { PayError }, mayHavePaid) =>
  new PayError(name, '', mayHavePaid === undefined ? {} : { mayHavePaid })

const canBeEither = ({ either, unless }) => !!(either || unless)

const quote = (error, { describeError: sentence }) =>
  ['ko', 'en'].map(locale => `> ${sentence(error, locale)}`).join('\n>\n')

const toBuyer = (name, source) => {
  if (!canBeEither(endings[name]))
    return `**Show the buyer 구매자 안내**\n\n${quote(example(name, source), source)}`
  return [
    ['Show the buyer 구매자 안내, `mayHavePaid: false`', false],
    ['Show the buyer 구매자 안내, `mayHavePaid: true`', true],
  ]
    .map(([title, doubt]) => `**${title}**\n\n${quote(example(name, source, doubt), source)}`)
    .join('\n\n')
}

const section = (name, source) => {
  const { happened, todo, either, eitherKo, unless, unlessKo, brief, ko } = endings[name]
  const { mayHavePaid, retryable } = example(name, source)
  const money = either
    ? `**yes** ${either}; otherwise no. **예**: ${eitherKo}. 그 밖에는 아니요`
    : unless
      ? `**yes**, unless ${unless}. **예**. 다만 ${unlessKo}는 아니요`
      : mayHavePaid
        ? '**yes 예**'
        : 'no, as far as the browser knows 브라우저가 아는 한 아니요'
  // Whether it lasts, where money is not in doubt.
  const canHelp = example(name, source, false).retryable
  const again =
    canBeEither(endings[name]) && canHelp
      ? 'yes, unless money may have moved 예, 결제되었을 수 있는 경우는 제외'
      : yes(retryable)
  return `## ${name}

${source.codes[name]} ${happened}

- **May money have moved? 결제되었을 수 있나요?** (\`mayHavePaid\`) ${money}
- **May the same call succeed? 다시 호출하면 성공할 수 있나요?** (\`retryable\`) ${again}

${toBuyer(name, source)}

**What to do.** ${todo}

**한국어.** ${brief} ${ko}`
}

const intro = `# Errors 오류

${made('src/errors.ts, src/messages and scripts/docs-errors.mjs')}

Everything that \`pay()\`, \`resume()\`, \`requestPay()\`, \`resumePay()\` and \`loadIamport()\` reject with is a \`PayError\`, whose message ends
with the address of its section here. Ask in this order. \`pay()\`, \`resume()\`, \`requestPay()\`, \`resumePay()\`, \`loadIamport()\`가 reject하는
값은 모두 \`PayError\`이고, 메시지 끝에 이 문서의 해당 항목이 있습니다. 다음 순서로 확인하세요.

1. \`error.mayHavePaid\`: **true** means that your server must look before the buyer pays again. 결제되었을 수 있으니 서버에서 먼저 확인하세요.
2. \`error.code\`: what happened. 무슨 일이 있었는지 알려 줍니다.
3. \`error.retryable\`: whether the same call on the same page may succeed, with no doubt about money. 결제되었을 염려
   없이, 같은 페이지에서 다시 호출하면 성공할 수 있는지 알려 줍니다.

\`false\` in \`mayHavePaid\` is as far as a browser can know. It proves nothing: the webhook and the REST API have the last
word. Pay again with the **same** \`merchant_uid\`: one that was paid is refused, a new one would let the buyer pay twice.

\`mayHavePaid\`가 \`false\`라도 브라우저가 아는 한 그렇다는 뜻일 뿐, 결제되지 않았다는 증거는 아닙니다. 최종 판단은 웹훅과
REST API로 하세요. 다시 결제할 때는 **같은** \`merchant_uid\`를 쓰세요. 이미 결제된 번호는 거절되지만, 번호를 새로 만들면
이중 결제가 될 수 있습니다.

\`describeError(error, locale)\` of \`iamport-checkout/messages\` has the sentences for buyers below. For a failure the gateway’s own text
is added; for Naver Pay it takes the sentence’s place, unless money may have moved, when both are shown, or the sentence alone where
the text asks the buyer to pay again. 아래의 구매자 안내 문장은
\`iamport-checkout/messages\`의 \`describeError(error, locale)\`이 돌려주는 것입니다. 결제 실패에는 PG사가 보낸 문구를 덧붙입니다.
네이버페이는 그 문구만 보여 주되, 결제되었을 수 있으면 안내 문장도 함께 보여 주고, 다시 결제하라는 문구이면 안내 문장만
보여 줍니다.

In a store or a log keep \`{ ...error }\`, or its JSON: it has all but \`message\`, and \`isPayError()\` and \`describeError()\` take it. Of the
error itself \`structuredClone()\` and \`postMessage()\` keep nothing but the message. 상태 저장소나 로그에는 \`{ ...error }\` 또는
그 JSON을 저장하세요. \`message\`를 뺀 모든 값이 들어 있고 \`isPayError()\`와 \`describeError()\`에도 그대로 쓸 수 있습니다. 오류 객체를
\`structuredClone()\`이나 \`postMessage()\`로 복사하면 \`message\`만 남습니다.`

export const errorsPage = source => {
  const names = Object.keys(source.codes)
  const missing = names.filter(name => !endings[name])
  if (missing.length) throw new Error(`scripts/docs-errors.mjs has nothing on ${missing.join(', ')}`)
  const rows = names.map(name => {
    const { mayHavePaid, retryable } = example(name, source)
    const canHelp = example(name, source, false).retryable
    const answers = canBeEither(endings[name])
      ? [depends, canHelp ? depends : yes(false)]
      : [yes(mayHavePaid), yes(retryable)]
    return [`[${code(name)}](#${slug(name)})`, source.codes[name], endings[name].brief, ...answers]
  })
  return `${[
    intro,
    table(['`code`', 'What happened', '뜻', '`mayHavePaid`', '`retryable`'], rows),
    ...names.map(name => section(name, source)),
  ].join('\n\n')}\n`
}
