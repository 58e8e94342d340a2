/** The member of a table, by a key that another, newer copy of the package may have made up. */
export const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  // Own members only: `constructor` must not find Object's.
  Object.entries(table).find(([name]) => name === key)?.[1]
