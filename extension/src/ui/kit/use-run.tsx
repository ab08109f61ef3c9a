import { useCallback, useSyncExternalStore } from 'react'
import { Trans } from '@lingui/react/macro'
import type { CommandName, Input, Results } from '../../engine/calls.ts'
import { CallErrorText } from './call-error.tsx'
import { call, errorOf } from './engine-client.ts'
import { createSaveTracker, type SaveState } from './save-state.ts'
import { showToast } from './toast.ts'

const tracker = createSaveTracker(Date.now)

/** Gives `name` to the engine. Refused: the person reads why in a toast, and the caller gets undefined. */
export type Run = <N extends CommandName>(name: N, input: Input<N>) => Promise<Results[N] | undefined>

export function useRun(): Run {
  return useCallback(async (name, input) => {
    try {
      return await tracker.track(call(name, input))
    } catch (error) {
      showToast({
        color: 'red',
        title: <Trans>Not saved</Trans>,
        message: <CallErrorText error={errorOf(error)} />,
        autoClose: 10_000,
      })
      return undefined
    }
  }, [])
}

export function useSaveState(): SaveState {
  return useSyncExternalStore(tracker.subscribe, tracker.state)
}
