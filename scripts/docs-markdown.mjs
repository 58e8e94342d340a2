/** The little Markdown that the pages are written in. */
import { dirname, join } from 'node:path/posix'

export const code = text => `\`${text}\``
export const codes = list => list.map(code).join(' ')

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** The page of PortOne's that documents the parameters, as a source is named. */
export const PAYRQ = '[payrq](https://developers.portone.io/sdk/ko/v1-sdk/javascript-sdk/payrq), 2026-04-02'

/** The fragment that GitHub gives a heading. */
export const slug = heading =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/ /g, '-')

export const made = from =>
  `<!-- Made by \`node scripts/docs.mjs\` from ${from}. Change that, and run it again. -->`

/** The fenced blocks of a page: language and text. */
export const blocks = page =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language, text }))

/** How a page writes a link or a picture: as Markdown, as a definition at its end, or as HTML. */
const LINKS = [/\]\(<?([^)\s>]+)>?/g, /^\[[^\]]+\]: <?([^\s>]+)>?/gm, /\b(?:href|src|srcset)="([^"\s]+)/g]
/** What a fragment can lead to beside a heading. */
const IDS = /<[a-z]+ [^>]*\b(?:id|name)="([^"]+)"/g

const firstGroups = (text, pattern) => [...text.matchAll(pattern)].map(([, group]) => group)

/** Where the links of a page lead, and the fragments that it has. Blocks and code spans have neither. */
export const links = page => {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '')
  const withoutCode = prose.replace(/`[^`\n]*`/g, '`')
  return {
    targets: LINKS.flatMap(pattern => firstGroups(withoutCode, pattern)),
    anchors: [...firstGroups(prose, /^#+ (.+)$/gm).map(slug), ...firstGroups(withoutCode, IDS)],
  }
}

const isAddress = target => /^[a-z][a-z+.-]*:/i.test(target)

/**
 * The relative links of a page that lead nowhere. `has` says whether there is a file or a folder with a path, and `read`
 * gives the text of a page.
 */
export const deadLinks = (page, has, read) =>
  links(read(page))
    .targets.filter(target => !isAddress(target))
    .filter(target => {
      const [file, anchor] = target.split('#')
      const path = file ? join(dirname(page), decodeURIComponent(file)) : page
      if (!has(path)) return true
      return anchor !== undefined && !links(read(path)).anchors.includes(decodeURIComponent(anchor))
    })
