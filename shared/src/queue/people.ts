/** Whatever may turn out to be one person: it has an id of its own and addresses it can share. */
export interface Addressed {
  readonly id: string
  readonly aliases: readonly string[]
}

/**
 * Groups what shares an alias, over any number of steps: a shares a number with b, b a LID with c, so all three are
 * one person. Groups and members in order of id, so the first of a group leads it on every device.
 */
export function groupPeople<T extends Addressed>(entries: readonly T[]): T[][] {
  const parent = new Map<string, string>()
  const rootOf = (name: string): string => {
    let root = name
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    for (let at = name; at !== root;) {
      const up = parent.get(at) ?? root
      parent.set(at, root)
      at = up
    }
    return root
  }
  for (const { id, aliases } of entries) {
    const own = `id:${id}`
    parent.set(own, rootOf(own))
    for (const alias of aliases) parent.set(rootOf(`alias:${alias}`), rootOf(own))
  }
  const groups = new Map<string, T[]>()
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const entry of sorted) {
    const root = rootOf(`id:${entry.id}`)
    const group = groups.get(root)
    if (group) group.push(entry)
    else groups.set(root, [entry])
  }
  return [...groups.values()]
}
