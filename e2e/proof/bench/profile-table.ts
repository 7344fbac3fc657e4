/** What V8 writes into a `.cpuprofile`: a tree of calls, and which of them was found running at each sample. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export interface ProfileRow {
  readonly name: string
  /** Milliseconds in it, and in it or in what it called. */
  readonly self: number
  readonly total: number
}

/** Time by whatever a frame is called, the most first; idle time is left out. */
export function timeBy(
  { nodes, samples, timeDeltas }: CpuProfile,
  nameOf: (frame: CpuProfile['nodes'][number]['callFrame']) => string,
): ProfileRow[] {
  const own = new Map<number, number>()
  for (const [n, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + (timeDeltas[n] ?? 0) / 1000)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const rows = new Map<string, { self: number; total: number }>()
  const rowOf = (name: string) => {
    const row = rows.get(name) ?? { self: 0, total: 0 }
    rows.set(name, row)
    return row
  }
  /** Answers the time beneath; what stands further up under the same name has it already. */
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id)
    if (!node || node.callFrame.functionName === '(idle)') return 0
    const name = nameOf(node.callFrame)
    const self = own.get(id) ?? 0
    const within = above.has(name) ? above : new Set([...above, name])
    const total = (node.children ?? []).reduce((sum, child) => sum + walk(child, within), self)
    const row = rowOf(name)
    row.self += self
    if (!above.has(name)) row.total += total
    return total
  }
  const root = nodes[0]
  if (root) walk(root.id, new Set())
  return [...rows].map(([name, row]) => ({ name, ...row })).sort((a, b) => b.self - a.self)
}

/** The package that a frame's code belongs to: one of ours, one of npm's, or Node itself. */
export function packageOf(url: string): string {
  const foreign = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
  const ours = /\/((?:packages|apps)\/[^/]+)\//.exec(url)?.[1]
  return foreign ?? ours ?? (url.startsWith('node:') ? 'node' : 'native')
}
