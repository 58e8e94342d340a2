/** The documents as files, and their code. */
import { readdirSync, readFileSync } from 'node:fs'
import { blocks } from '../../scripts/docs-markdown.mjs'

export const read = (file: string): string => readFileSync(file, 'utf8')

/** Every page that people read: those at the root, and the folder of documents. What makes the site is none of them. */
export const PAGES = [
  'README.md',
  'README.ko.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map(file => `docs/${file.replace(/\\/g, '/')}`)
    .filter(file => file.endsWith('.md') && !file.startsWith('docs/.vitepress/')),
]

/** The pages that are there in two languages, as pairs: English, Korean. */
export const PAIRS = [
  ['README.md', 'README.ko.md'],
  ...PAGES.filter(page => page.startsWith('docs/ko/')).map(page => [page.replace('/ko/', '/'), page]),
] as [english: string, korean: string][]

/** The script of a page of HTML or of Vue that has its code in it, and not behind an address. */
const SCRIPT = /<script(?: setup lang="ts")?>\n([\s\S]*?)<\/script>/

/** A block of code that is one file of a shop's. */
export interface Code {
  /** As it stands in the page. */
  readonly text: string
  readonly language: string
  /** What is in it to be run, without the HTML around it. */
  readonly script: string
  /** The name that its first line gives it, or one of its own. */
  readonly name: string
}

/** The code of a page that is JavaScript or TypeScript, in the page's order. */
export const codeOf = (page: string): Code[] =>
  blocks(read(page)).flatMap(({ language = '', text = '' }, index) => {
    const isTyped = /^(ts|tsx|vue)$/.test(language)
    if (!isTyped && !/^(js|html)$/.test(language)) return []
    const script = /^(html|vue)$/.test(language) ? SCRIPT.exec(text)?.[1] : text
    if (!script) return []
    const extension = language === 'tsx' ? 'tsx' : isTyped ? 'ts' : 'js'
    const [, name = `block-${index}.${extension}`] = /^\/\/ (\S+?\.(?:tsx?|mjs))\b/.exec(text) ?? []
    return [{ text, language, script, name }]
  })

/** The first block of a page with these words in it. */
export const findCode = (page: string, language: string, words: string): Code => {
  const found = codeOf(page).find(code => code.language === language && code.text.includes(words))
  if (!found) throw new Error(`${page} has no code in ${language} with ${words}`)
  return found
}

/** Code without its comments, so that a page may explain it in its own language. */
export const withoutComments = (code: string): string =>
  code
    .replace(/^ *\/\*\*.*\*\/\n/gm, '')
    .replace(/(^|\s)(\/\/|#) .*$/gm, '')
    .replace(/\s+$/gm, '')
