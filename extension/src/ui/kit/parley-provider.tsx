import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './base.css'
import { useEffect, useState, type ReactNode } from 'react'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { activateLanguage } from './activate-language.ts'
import { LANGUAGES, languageFor, type Language } from './languages.ts'
import { cssVariables, theme } from './theme.ts'
import { PreferencesProvider, usePreferences } from './use-preferences.tsx'

interface Props {
  readonly children: ReactNode
  /** The theme of the page around a panel; it wins over the system's while the person has not chosen. */
  readonly around?: 'light' | 'dark' | undefined
}

/** Theme, language, direction and toasts: what every page of the extension stands in. */
export function ParleyProvider(props: Props): ReactNode {
  return (
    <PreferencesProvider>
      <Look {...props} />
    </PreferencesProvider>
  )
}

function Look({ children, around }: Props): ReactNode {
  const { preferences } = usePreferences()
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  const language = useActiveLanguage(
    preferences.language === 'auto' ? languageFor(navigator.languages) : preferences.language,
  )
  if (!language) return null
  const scheme = preferences.appearance === 'auto' ? (around ?? system) : preferences.appearance
  return (
    // The key makes Mantine take the new direction: DirectionProvider reads it only once.
    <DirectionProvider key={language} initialDirection={LANGUAGES[language].direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
        <I18nProvider i18n={i18n}>
          <Notifications position="bottom-left" limit={3} />
          {children}
        </I18nProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

/** The language whose catalogue is loaded and that the document declares; undefined until the first is. */
function useActiveLanguage(wanted: Language): Language | undefined {
  const [active, setActive] = useState<Language>()
  useEffect(() => {
    let current = true
    void activateLanguage(wanted).then(() => {
      if (!current) return
      document.documentElement.lang = wanted
      document.documentElement.dir = LANGUAGES[wanted].direction
      setActive(wanted)
    })
    return () => {
      current = false
    }
  }, [wanted])
  return active
}
