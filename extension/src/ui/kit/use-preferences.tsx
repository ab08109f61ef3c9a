import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { readPreferences, watchPreferences, writePreferences, type Preferences } from './preferences.ts'

interface PreferencesContext {
  readonly preferences: Preferences
  readonly change: (part: Partial<Preferences>) => Promise<void>
}

const Context = createContext<PreferencesContext | undefined>(undefined)

/** Shows nothing until the choice is read: a flash of the wrong theme or language is worse than a frame of waiting. */
export function PreferencesProvider({ children }: { children: ReactNode }): ReactNode {
  const [preferences, setPreferences] = useState<Preferences>()
  useEffect(() => {
    void readPreferences().then(setPreferences)
    return watchPreferences(setPreferences)
  }, [])
  const value = useMemo(
    () =>
      preferences && {
        preferences,
        change: (part: Partial<Preferences>) => writePreferences({ ...preferences, ...part }),
      },
    [preferences],
  )
  return value && <Context value={value}>{children}</Context>
}

export function usePreferences(): PreferencesContext {
  const value = use(Context)
  if (!value) throw new Error('usePreferences stands outside <PreferencesProvider>')
  return value
}
