import { useCallback, useSyncExternalStore } from 'react'
import { Trans } from '@lingui/react/macro'
import type { CallError, CommandName, Input, Results } from '../../engine/calls.ts'
import { CallErrorText } from './call-error.tsx'
import { call, errorOf } from './engine-client.ts'
import { createSaveTracker, type SaveState } from './save-state.ts'
import { showToast } from './toast.ts'

const tracker = createSaveTracker(Date.now)

/**
 * Gives `name` to the engine. Refused: the person reads why in a toast, or wherever `onRefused` says it, and the caller
 * gets undefined.
 */
export type Run = <N extends CommandName>(
  name: N,
  input: Input<N>,
  onRefused?: (error: CallError) => void,
) => Promise<Results[N] | undefined>

export function useRun(): Run {
  return useCallback(async (name, input, onRefused = sayRefused) => {
    try {
      return await tracker.track(call(name, input))
    } catch (error) {
      onRefused(errorOf(error))
      return undefined
    }
  }, [])
}

function sayRefused(error: CallError): void {
  showToast({
    color: 'red',
    title: <Trans>Not saved</Trans>,
    message: <CallErrorText error={error} />,
    autoClose: 10_000,
  })
}

/** Lets the badge follow `saved`, such as typed text that waits for a pause before it is sent. */
export const trackSave: (saved: Promise<void>) => Promise<void> = tracker.track

export function useSaveState(): SaveState {
  return useSyncExternalStore(tracker.subscribe, tracker.state)
}
