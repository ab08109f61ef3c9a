import type { WorkspaceId } from '@parley/shared/ids'
import { CallFailure } from '../calls/failure.ts'
import type { Store, Work } from '../store/index.ts'
import { decodeLayout, encodeLayout, LAYOUT_KEY, newLayout, type Layout } from './layout.ts'

/** The workspace of this device. It is made once; commands and queries ask here for it. */
export class CurrentWorkspace {
  readonly #listeners = new Set<() => void>()
  #layout: Layout | undefined

  private constructor(layout: Layout | undefined) {
    this.#layout = layout
  }

  static async load(store: Store): Promise<CurrentWorkspace> {
    return new CurrentWorkspace(decodeLayout(await store.kv(LAYOUT_KEY)))
  }

  get layout(): Layout | undefined {
    return this.#layout
  }

  /** Throws CallFailure `no-workspace` before the first run is done. */
  require(): Layout {
    if (!this.#layout) throw new CallFailure({ reason: 'no-workspace' })
    return this.#layout
  }

  /** Makes `workspace` this device's when the command commits. */
  enter(work: Work, workspace: WorkspaceId): void {
    const layout = newLayout(workspace)
    work.put('kv', { key: LAYOUT_KEY, value: encodeLayout(layout) })
    work.afterCommit(() => {
      this.#layout = layout
      for (const listener of this.#listeners) listener()
    })
  }

  onEnter(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
