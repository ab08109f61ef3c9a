import { useEffect, useState, useSyncExternalStore } from 'react'
import { trackSave, useRun } from '../kit/use-run.tsx'
import { DraftSession } from './draft-session.ts'

const PAUSE_MS = 500

export interface Draft {
  readonly text: string
  readonly type: (text: string) => void
  /** Saves now; answers whether the engine has all that was typed. */
  readonly flush: () => Promise<boolean>
}

/** The body of one template as it is typed. `body` is what the engine says it is; key the component by `id`. */
export function useDraft({ id, body }: { readonly id: string; readonly body: string }): Draft {
  const run = useRun()
  const [session] = useState(
    () =>
      new DraftSession({
        body,
        save: (text, base) => run('templates.edit', { id, body: text, base }),
        track: trackSave,
        later(act) {
          const timer = setTimeout(act, PAUSE_MS)
          return () => {
            clearTimeout(timer)
          }
        },
      }),
  )
  useEffect(() => {
    session.heard(body)
  }, [session, body])
  useEffect(() => flushWhenLeaving(session), [session])
  const text = useSyncExternalStore(session.subscribe, session.text)
  return {
    text,
    type: (next) => {
      session.type(next)
    },
    flush: () => session.flush(),
  }
}

/** A pause may never come: the tab is closed, or another template is opened. */
function flushWhenLeaving(session: DraftSession): () => void {
  const flush = (): void => void session.flush()
  const leaving = new AbortController()
  document.addEventListener('visibilitychange', flush, leaving)
  window.addEventListener('pagehide', flush, leaving)
  return () => {
    leaving.abort()
    flush()
  }
}
