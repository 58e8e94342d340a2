/** The little Markdown that the pages are written in. */

export const code = text => `\`${text}\``
export const codes = list => list.map(code).join(' ')

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

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

/** Where the links of a page lead, and the fragments of its headings. Blocks and code spans have neither. */
export const links = page => {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '')
  return {
    targets: [...prose.replace(/`[^`\n]*`/g, '`').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target),
    anchors: [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => slug(heading)),
  }
}
