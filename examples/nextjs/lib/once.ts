/**
 * Makes something once for the whole process. A module of Next.js exists several times: for pages, for route handlers, and
 * again after each change during development.
 */
export const once = <Value>(name: string, make: () => Value): Value => {
  const kept = globalThis as unknown as Record<string, Value>
  kept[name] ??= make()
  return kept[name]
}
