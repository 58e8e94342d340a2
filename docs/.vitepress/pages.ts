/** Which file of the repository is which page of the site, and where its links lead there. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path/posix'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Where the site has a file: Korean at the root, English in a folder of its own. */
export const pageOf = (file: string): string => {
  const [language, path] = file.startsWith('docs/ko/')
    ? ['', file.slice('docs/ko/'.length)]
    : file.startsWith('docs/')
      ? ['en/', file.slice('docs/'.length)]
      : // Those at the root of the repository. README of the documents is the first page.
        [file.endsWith('.ko.md') ? '' : 'en/', `repository/${file.toLowerCase().replace('.ko.', '.')}`]
  return language + path.replace(/(^|\/)README\.md$/, '$1index.md')
}

/** Files that no page is made from. */
export const EXCLUDED = ['!(docs)/**/*', '.*/**', 'docs/.vitepress/**']

const isAddress = (href: string): boolean => /^[a-z][a-z+.-]*:|^#|^\/\//i.test(href)

/** The way from one page of the site to another. Relative, as the site works from any folder. */
const wayTo = (page: string, from: string): string => {
  const way = relative(dirname(from), page)
  return way.startsWith('.') ? way : `./${way}`
}

/**
 * Where a link of the repository leads on the site. Undefined for a file that is no page of it, such as a source: it has no address
 * that everybody could open.
 */
export const siteLink = (file: string, href: string): string | undefined => {
  if (isAddress(href)) return href
  const [path = '', hash] = href.split('#')
  const target = join(dirname(file), decodeURIComponent(path)).replace(/\/$/, '')
  const fragment = hash === undefined ? '' : `#${hash}`
  const [, store] = /^docs\/stores\/(\w+)\.ts$/.exec(target) ?? []
  if (store) return `${wayTo('en/stores/index.md', pageOf(file))}#${store}`
  const page = target.endsWith('.md') ? target : `${target}/README.md`
  const isPage = /^(docs\/.*|[\w.]+)\.md$/.test(page) && existsSync(join(ROOT, page))
  return isPage ? wayTo(pageOf(page), pageOf(file)) + fragment : undefined
}

/** The name of a file in the repository, as Git has it. */
export const inRepository = (path: string): string => relative(ROOT, path).replace(/\\/g, '/')

/** A page of the site that shows files: each link to a source beside it becomes the source. */
export const showSources = (markdown: string): string =>
  markdown.replace(
    /^\[([\w.]+)\.ts\]\(\1\.ts\)$/gm,
    (_, name: string) => `\`\`\`ts\n${readFileSync(join(ROOT, 'docs/stores', `${name}.ts`), 'utf8')}\`\`\``,
  )
