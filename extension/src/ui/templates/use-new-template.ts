import { useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useRun } from '../kit/use-run.tsx'

interface Fresh {
  readonly fresh: string
}

/** Makes a template and opens it, its name ready to be typed over. */
export function useNewTemplate(): () => Promise<void> {
  const { t } = useLingui()
  const run = useRun()
  const [, navigate] = useLocation()
  return async () => {
    const done = await run('templates.create', { name: t`New template`, body: '' })
    if (!done) return
    const state: Fresh = { fresh: done.id }
    navigate(`/templates/${done.id}`, { state })
  }
}

/** Whether this template was opened by making it. */
export function useIsFresh(id: string): boolean {
  return useHistoryState<Fresh | null>()?.fresh === id
}
