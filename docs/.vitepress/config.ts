/** The documents as a site: `npm run site`. Korean first, English beside it, from the Markdown of the repository. */
import { fileURLToPath } from 'node:url'
import { type DefaultTheme, defineConfig } from 'vitepress'
import { slug } from '../../scripts/docs-markdown.mjs'
import { BASE, baseScript } from '../../scripts/relative-base.mjs'
import { EXCLUDED, inRepository, pageOf, ROOT, showSources, siteLink } from './pages.ts'

const src = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))

interface Words {
  start: string
  cases: string
  reference: string
  contributors: string
  pages: Readonly<Record<string, string>>
}

const korean: Words = {
  start: '시작',
  cases: '내 사례',
  reference: '참고',
  contributors: '기여자',
  pages: {
    '': '처음',
    'repository/readme': '설치와 전체 연동',
    migration: 'IMP.request_pay에서 옮기기',
    'cases/script-tag': '스크립트 태그와 jQuery',
    'cases/react': 'React',
    'cases/vue': 'Vue',
    'cases/nextjs': 'Next.js',
    'cases/webview': 'WebView 앱',
    'cases/channel-key': 'channelKey와 신모듈',
    'cases/escrow': '에스크로',
    'cases/virtual-account': '가상계좌',
    'cases/subscription': '정기결제',
    'cases/refunds': '환불',
    'cases/testing': '테스트',
    'cases/going-live': '운영 시작',
    server: '서버와 판정',
    options: '함수와 옵션',
    errors: '오류',
    gateways: 'PG사',
    sandbox: '샌드박스',
    recipes: '레시피',
    browsers: '브라우저와 크기',
    'en/repository/security': '보안 (영문)',
    'en/repository/changelog': '변경 이력 (영문)',
    contributors: '기여자를 위해',
  },
}

const english: Words = {
  start: 'Begin',
  cases: 'My case',
  reference: 'Reference',
  contributors: 'Contributors',
  pages: {
    'en/': 'Overview',
    'en/repository/readme': 'Install and integrate',
    'en/migration': 'From IMP.request_pay',
    'en/cases/script-tag': 'Script tag and jQuery',
    'en/cases/react': 'React',
    'en/cases/vue': 'Vue',
    'en/cases/nextjs': 'Next.js',
    'en/cases/webview': 'WebView app',
    'en/cases/channel-key': 'channelKey, newer gateways',
    'en/cases/escrow': 'Escrow',
    'en/cases/virtual-account': 'Virtual account',
    'en/cases/subscription': 'Subscription',
    'en/cases/refunds': 'Refunds',
    'en/cases/testing': 'Testing',
    'en/cases/going-live': 'Going live',
    'en/server': 'Server and verdicts',
    'en/stores/': 'Stores',
    'en/options': 'Functions and options',
    'en/errors': 'Errors',
    'en/gateways': 'Gateways',
    'en/sandbox': 'Sandbox',
    'en/recipes': 'Recipes',
    'en/browsers': 'Browsers and sizes',
    'en/bench': 'Sizes and times',
    'en/repository/security': 'Security',
    'en/repository/changelog': 'Changes',
    'en/contributors': 'For contributors',
    'en/repository/contributing': 'Contributing',
    'en/internals/': 'Internals',
    'en/internals/house': 'The house',
    'en/internals/script-1.x': 'The scripts up to 1.2.x',
    'en/internals/script-v1': 'The script v1',
    'en/internals/fakes': 'Fakes',
    'en/internals/gateway-facts': 'Gateway facts',
  },
}

/** The pages in groups, by what their paths begin with. */
const sidebarOf = ({ pages, ...words }: Words): DefaultTheme.SidebarItem[] => {
  const group = (path: string): string => {
    if (/(^|\/)cases\//.test(path)) return words.cases
    if (/contribut|internals/.test(path)) return words.contributors
    return /^(en\/)?(repository\/readme|migration)?$/.test(path) ? words.start : words.reference
  }
  const entries = Object.entries(pages)
  return [words.start, words.cases, words.reference, words.contributors].map(text => ({
    text,
    items: entries
      .filter(([path]) => group(path) === text)
      .map(([path, title]) => ({ text: title, link: `/${path}` })),
  }))
}

const koreanTheme: DefaultTheme.Config = {
  sidebar: sidebarOf(korean),
  nav: [
    { text: '내 사례', link: '/#내-사례' },
    { text: '오류', link: '/errors' },
    { text: 'PG사', link: '/gateways' },
  ],
  outline: { label: '이 페이지에서', level: [2, 3] },
  docFooter: { prev: '이전', next: '다음' },
  darkModeSwitchLabel: '화면 모드',
  lightModeSwitchTitle: '밝게',
  darkModeSwitchTitle: '어둡게',
  sidebarMenuLabel: '메뉴',
  returnToTopLabel: '맨 위로',
  langMenuLabel: '언어 바꾸기',
  skipToContentLabel: '본문으로 건너뛰기',
}

const koreanSearch: Partial<DefaultTheme.LocalSearchOptions> = {
  translations: {
    button: { buttonText: '검색', buttonAriaLabel: '검색' },
    modal: {
      displayDetails: '자세히 보기',
      resetButtonTitle: '지우기',
      backButtonTitle: '닫기',
      noResultsText: '결과가 없습니다',
      footer: { selectText: '선택', navigateText: '이동', closeText: '닫기' },
    },
  },
}

export default defineConfig({
  srcDir: ROOT,
  srcExclude: EXCLUDED,
  rewrites: pageOf,
  outDir: `${ROOT}/site`,
  cacheDir: `${ROOT}/.tmp/vitepress`,
  base: BASE,
  // A dead link ends the build. Those to a reader's own machine can't be followed.
  ignoreDeadLinks: 'localhostLinks',
  title: 'iamport-checkout',
  description: '아임포트(포트원 V1) 결제: 클릭부터 서버가 증명한 주문까지',
  head: [
    ['script', {}, baseScript],
    ['link', { rel: 'icon', href: 'data:,' }],
  ],
  locales: {
    root: { label: '한국어', lang: 'ko', themeConfig: koreanTheme },
    en: {
      label: 'English',
      lang: 'en',
      description: 'iamport.payment.js (PortOne V1): from the click to an order that the server has proven',
      themeConfig: {
        sidebar: sidebarOf(english),
        nav: [
          { text: 'My case', link: '/en/#my-case' },
          { text: 'Errors', link: '/en/errors' },
          { text: 'Gateways', link: '/en/gateways' },
        ],
        outline: { level: [2, 3] },
      },
    },
  },
  themeConfig: {
    i18nRouting: false,
    search: { provider: 'local', options: { locales: { root: koreanSearch } } },
  },
  markdown: {
    // Comments, too, have to be read by everybody.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // The fragments of GitHub, so that a link is right in both places.
    anchor: { slugify: slug },
    config: md => {
      md.core.ruler.push('repository-links', state => {
        const file = inRepository(state.env.realPath ?? state.env.path)
        for (const { children } of state.tokens) {
          const dropped: number[] = []
          for (const [index, token] of (children ?? []).entries()) {
            if (token.type !== 'link_open') continue
            const link = siteLink(file, token.attrGet('href') ?? '')
            if (link !== undefined) token.attrSet('href', link)
            else dropped.push(index)
          }
          // A source has no address on the site: its name stays, as text.
          for (const index of dropped) {
            children![index]!.hidden = true
            const end = children!.findIndex(({ type }, at) => at > index && type === 'link_close')
            for (const at of [index, end])
              Object.assign(children![at]!, { type: 'text', tag: '', content: '', attrs: null })
          }
        }
      })
    },
  },
  vite: {
    plugins: [
      {
        name: 'show-sources',
        enforce: 'pre',
        transform: (code, id) => (id.endsWith('/docs/stores/README.md') ? showSources(code) : undefined),
      },
    ],
    resolve: {
      alias: [
        { find: /^iamport-checkout\/messages$/, replacement: src('messages/index.ts') },
        { find: /^iamport-checkout\/sandbox\/server$/, replacement: src('sandbox/server/index.ts') },
        { find: /^iamport-checkout\/sandbox$/, replacement: src('sandbox/index.ts') },
        { find: /^iamport-checkout\/server$/, replacement: src('server/index.ts') },
        { find: /^iamport-checkout$/, replacement: src('index.ts') },
      ],
    },
    build: { chunkSizeWarningLimit: 2000 },
  },
})
