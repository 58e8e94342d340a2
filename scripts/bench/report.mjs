/** Writes what was measured as text for a terminal, or as a page of the documents. */
import { table as markdownTable } from '../docs-markdown.mjs'

/** Texts to the left, numbers to the right. */
const textTable = (head, rows) => {
  const lines = [head, ...rows].map(cells => cells.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map(cells => cells[column].length)))
  const isNumber = head.map((_, column) => rows.every(cells => /^[<>]?[\d.]*$/.test(cells[column])))
  return lines
    .map(cells =>
      cells
        .map((cell, column) =>
          isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const asText = ({ title, notes, head, rows }) =>
  `${title}\n${'-'.repeat(title.length)}\n${textTable(head, rows)}\n\n${notes.join('\n')}\n`

/** Without the columns that only say how fast a machine is. */
const withoutMachine = ({ head, rows, machine = [] }) => {
  const keep = cells => cells.filter((_, column) => !machine.includes(head[column]))
  return { head: keep(head), rows: rows.map(keep) }
}

const asSection = section => {
  const { head, rows } = withoutMachine(section)
  return `## ${section.title}\n\n${markdownTable(head, rows)}\n\n${section.notes.join('\n')}`
}

export const asPage = (sections, versions) => `<!-- Made by \`npm run bench -- --write\`. -->

# Sizes and times

What \`npm run bench\` measured with ${versions}. Times are ratios of one run, since
milliseconds say more of a machine than of a package; run it to see yours.

${sections.map(asSection).join('\n\n')}
`
