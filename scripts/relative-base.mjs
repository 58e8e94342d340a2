/**
 * A site that works from whatever folder it is put into. VitePress wants to know the address of that folder when it builds; it gets
 * a placeholder, and afterwards the placeholder becomes relative in pages and styles, and a variable in scripts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'

/** The placeholder for the folder's address. Nothing else in a site looks like it. */
export const BASE = '/__site__/'

/** The placeholder for a page's way up to that folder. */
const UP = '__up__'

/** The variable that scripts read. */
const VARIABLE = 'globalThis.__SITE_BASE__'

/** Finds out, at the head of each page, where the site is. */
export const baseScript = `${VARIABLE}=new URL('./${UP}',location.href).pathname`

/** The nodes of a script in which the placeholder stands: texts, and parts of templates. */
const findTexts = (node, found = []) => {
  const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)
  if (isText && node.text.includes(BASE)) found.push(node)
  node.forEachChild(child => void findTexts(child, found))
  return found
}

/** In a script the placeholder becomes the variable, wherever it stands in a text: as an address, in HTML, in JSON. */
const inScript = code => {
  if (!code.includes(BASE)) return code
  const source = ts.createSourceFile('site.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  return findTexts(source).reduceRight((made, node) => {
    const [start, end] = [node.getStart(), node.getEnd()]
    const text = ts.isStringLiteral(node)
      ? `(${node.text
          .split(BASE)
          .map(part => JSON.stringify(part))
          .join(`+${VARIABLE}+`)})`
      : code.slice(start, end).replaceAll(BASE, `\${${VARIABLE}}`)
    return made.slice(0, start) + text + made.slice(end)
  }, code)
}

const inPage = (html, up) =>
  html
    .replaceAll(`./${UP}`, `./${up}`)
    .replaceAll(/(href|src)="\/__site__\//g, `$1="${up || './'}`)
    // From a folder of one's own disk a folder's address shows a list of files.
    .replaceAll(
      /href="((?:\.\.?\/)+(?:[\w-]+\/)*)(#[^"]*)?"/g,
      (_, folder, hash = '') => `href="${folder}index.html${hash}"`,
    )
    .replaceAll(
      /(<script[^>]*>)([\s\S]*?)(<\/script>)/g,
      (_, open, code, close) => open + inScript(code) + close,
    )

const relativeText = (name, text, up) => {
  if (name.endsWith('.html')) return inPage(text, up)
  return name.endsWith('.css') ? text.replaceAll(BASE, up || './') : inScript(text)
}

/**
 * Makes the files of a site relative.
 *
 * @throws where a placeholder is left: it would be a dead link.
 */
export const makeRelative = folder => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js|css)$/.test(name)) continue
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    if (!text.includes('__site__') && !text.includes(UP)) continue
    const up = '../'.repeat(relative(folder, file).split(/[\\/]/).length - 1)
    const made = relativeText(name, text, up)
    // A class of a page may have the word; an address begins with the whole placeholder.
    const left = made.search(/\/__site__\/|__up__/)
    if (left >= 0)
      throw new Error(`${name} still has a placeholder: ${made.slice(Math.max(0, left - 80), left + 80)}`)
    writeFileSync(file, made)
  }
}
