/** Calls that are made at once. PortOne documents no limit, and a busy answer (429) isn't in its description. */
const AT_ONCE = 4

/** Runs the work for each item, a few at once. Rejects with the first failure. */
export const forEach = async <T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> => {
  const iterator = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
