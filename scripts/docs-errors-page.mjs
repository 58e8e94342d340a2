/** docs/errors.md and docs/ko/errors.md: each way in which a payment can end without success. */
import { endings } from './docs-errors.mjs'
import { code, made, slug, table } from './docs-markdown.mjs'

/** The words of a page, in its language. The prose of the sections is in docs-errors.mjs. */
const words = {
  en: {
    yes: 'yes',
    no: 'no',
    depends: 'it depends',
    head: ['`code`', 'What happened', '`mayHavePaid`', '`retryable`'],
    happened: 'What happened.',
    money: 'May money have moved?',
    again: 'May the same call succeed?',
    show: 'What to show.',
    showSafe: 'What to show, `mayHavePaid: false`.',
    showDoubtful: 'What to show, `mayHavePaid: true`.',
    todo: 'What to do.',
    either: when => `**Yes** ${when}; otherwise no.`,
    unless: when => `**Yes**, unless ${when}.`,
    doubtful: '**Yes.**',
    safe: 'No, as far as the browser knows.',
    againUnlessPaid: 'Yes, unless money may have moved.',
    againYes: 'Yes.',
    againNo: 'No.',
    intro: `# Errors

${made('src/errors.ts, src/messages and scripts/docs-errors.mjs')}

Everything that \`pay()\`, \`resume()\`, \`requestPay()\`, \`resumePay()\` and \`loadIamport()\` reject with is a \`PayError\`, whose message ends
with the address of its section here. Ask in this order:

1. \`error.mayHavePaid\`: **true** means that nobody pays again before your server knows. \`pay()\` and \`resume()\` have asked it before they
   reject, so \`true\` is what was left after that; \`requestPay()\` and \`resumePay()\` ask nobody.
2. \`error.code\`: what happened.
3. \`error.retryable\`: whether the same call on the same page may succeed, with no doubt about money.

\`false\` in \`mayHavePaid\` is as far as a browser can know, and proves nothing: the webhook and the REST API have the last word. Pay again
with the **same** \`merchant_uid\`: one that was paid is refused, a new one would let the buyer pay twice.

\`describeError(error, locale)\` of \`iamport-checkout/messages\` gives the sentences for buyers below. For a failure the gateway’s own text is
added; for Naver Pay it takes the sentence’s place, unless money may have moved: then both are shown, or the sentence alone where the text asks
the buyer to pay again. Show it as text, never as HTML: a landing address can carry any text.

In a store or a log keep \`{ ...error }\`, or its JSON: it has all but \`message\`, and \`isPayError()\` and \`describeError()\` take it. Of the
error itself \`structuredClone()\` and \`postMessage()\` keep nothing but the message.`,
  },
  ko: {
    yes: '예',
    no: '아니요',
    depends: '경우에 따라',
    head: ['`code`', '무슨 일인가요', '`mayHavePaid`', '`retryable`'],
    happened: '무슨 일인가요.',
    money: '결제되었을 수 있나요?',
    again: '다시 호출하면 성공할 수 있나요?',
    show: '구매자 안내 문장.',
    showSafe: '구매자 안내 문장, `mayHavePaid: false`.',
    showDoubtful: '구매자 안내 문장, `mayHavePaid: true`.',
    todo: '알아 둘 것과 할 일.',
    either: when => `**예**: ${when}. 그 밖에는 아니요.`,
    unless: when => `**예**. 다만 ${when}에는 아니요.`,
    doubtful: '**예.**',
    safe: '브라우저가 아는 한 아니요.',
    againUnlessPaid: '예. 결제되었을 수 있는 경우는 제외합니다.',
    againYes: '예.',
    againNo: '아니요.',
    intro: `# 오류

${made('src/errors.ts, src/messages and scripts/docs-errors.mjs')}

\`pay()\`, \`resume()\`, \`requestPay()\`, \`resumePay()\`, \`loadIamport()\`가 reject하는 값은 모두 \`PayError\`이고, 메시지 끝에 이 문서의 해당 항목이
적혀 있습니다. 다음 순서로 확인하세요.

1. \`error.mayHavePaid\`: **true**면 서버가 확인할 때까지 다시 결제하게 하면 안 됩니다. \`pay()\`와 \`resume()\`은 reject하기 전에 이미 서버에 물었으므로,
   그러고도 남은 의심이 \`true\`입니다. \`requestPay()\`와 \`resumePay()\`는 서버에 묻지 않습니다.
2. \`error.code\`: 무슨 일이 있었는지 알려 줍니다.
3. \`error.retryable\`: 결제되었을 염려 없이, 같은 페이지에서 다시 호출하면 성공할 수 있는지 알려 줍니다.

\`mayHavePaid\`가 \`false\`라도 브라우저가 아는 한 그렇다는 뜻일 뿐, 결제되지 않았다는 증거는 아닙니다. 최종 판단은 웹훅과 REST API로 하세요.
다시 결제할 때는 **같은** \`merchant_uid\`를 쓰세요. 이미 결제된 번호는 거절되지만, 번호를 새로 만들면 이중 결제가 될 수 있습니다.

아래의 구매자 안내 문장은 \`iamport-checkout/messages\`의 \`describeError(error, 'ko')\`가 돌려주는 것입니다. 결제 실패에는 PG사가 보낸 문구를
덧붙입니다. 네이버페이는 그 문구만 보여 주되, 결제되었을 수 있으면 안내 문장도 함께 보여 주고, 다시 결제하라는 문구이면 안내 문장만 보여 줍니다.
돌아온 주소에는 누구나 문구를 넣을 수 있으니 HTML이 아니라 텍스트로 표시하세요.

상태 저장소나 로그에는 \`{ ...error }\` 또는 그 JSON을 저장하세요. \`message\`를 뺀 모든 값이 들어 있고 \`isPayError()\`와 \`describeError()\`에도 그대로
쓸 수 있습니다. 오류 객체를 \`structuredClone()\`이나 \`postMessage()\`로 복사하면 \`message\`만 남습니다.`,
  },
}

/** An error of this code, with the other answer to "may money have moved?" where asked for. */
const example = (name, { PayError }, mayHavePaid) =>
  new PayError(name, '', mayHavePaid === undefined ? {} : { mayHavePaid })

const canBeEither = ({ either, unless }) => !!(either || unless)

const toBuyer = (name, locale, source) => {
  const { show, showSafe, showDoubtful } = words[locale]
  const quote = (title, doubt) =>
    `**${title}**\n\n> ${source.describeError(example(name, source, doubt), locale)}`
  if (!canBeEither(endings[name])) return quote(show)
  return [quote(showSafe, false), quote(showDoubtful, true)].join('\n\n')
}

const doubtOf = (name, locale, source) => {
  const { either, eitherKo, unless, unlessKo } = endings[name]
  const text = words[locale]
  if (either) return text.either(locale === 'ko' ? eitherKo : either)
  if (unless) return text.unless(locale === 'ko' ? unlessKo : unless)
  return example(name, source).mayHavePaid ? text.doubtful : text.safe
}

const againOf = (name, locale, source) => {
  const text = words[locale]
  // Whether it lasts, where money is not in doubt.
  const canHelp = example(name, source, false).retryable
  if (canBeEither(endings[name]) && canHelp) return text.againUnlessPaid
  return example(name, source).retryable ? text.againYes : text.againNo
}

const section = (name, locale, source) => {
  const { happened, todo, brief, ko } = endings[name]
  const text = words[locale]
  const isKorean = locale === 'ko'
  return `## ${name}

**${text.happened}** ${isKorean ? brief : `${source.codes[name]} ${happened}`}

- **${text.money}** (\`mayHavePaid\`) ${doubtOf(name, locale, source)}
- **${text.again}** (\`retryable\`) ${againOf(name, locale, source)}

${toBuyer(name, locale, source)}

**${text.todo}** ${isKorean ? ko : todo}`
}

/** @param {'en' | 'ko'} locale the language of the page. */
export const errorsPage = (source, locale) => {
  const names = Object.keys(source.codes)
  const missing = names.filter(name => !endings[name])
  if (missing.length) throw new Error(`scripts/docs-errors.mjs has nothing on ${missing.join(', ')}`)
  const { yes, no, depends, head, intro } = words[locale]
  const rows = names.map(name => {
    const { mayHavePaid, retryable } = example(name, source)
    const canHelp = example(name, source, false).retryable
    const said = value => (value ? yes : no)
    const answers = canBeEither(endings[name])
      ? [depends, canHelp ? depends : no]
      : [said(mayHavePaid), said(retryable)]
    const what = locale === 'ko' ? endings[name].brief : source.codes[name]
    return [`[${code(name)}](#${slug(name)})`, what, ...answers]
  })
  return `${[intro, table(head, rows), ...names.map(name => section(name, locale, source))].join('\n\n')}\n`
}
