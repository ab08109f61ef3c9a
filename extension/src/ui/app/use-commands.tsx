import { useLingui } from '@lingui/react/macro'
import type { SpotlightActionData } from '@mantine/spotlight'
import {
  IconAddressBook,
  IconFileImport,
  IconFilePlus,
  IconFileText,
  IconHistory,
  IconLanguage,
  IconListDetails,
  IconMoon,
  IconSend,
  IconSettings,
  IconSun,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { LANGUAGES } from '../kit/languages.ts'
import { useNewTemplate } from '../templates/use-new-template.ts'
import { usePreferences } from '../kit/use-preferences.tsx'

function action(id: string, label: string, Picture: Icon, onClick: () => void): SpotlightActionData {
  return { id, label, leftSection: <Picture size={18} stroke={1.75} />, onClick }
}

/** What can be done from anywhere. */
export function useCommands(): SpotlightActionData[] {
  const { t, i18n } = useLingui()
  const [, navigate] = useLocation()
  const newTemplate = useNewTemplate()
  const { change } = usePreferences()
  const other = i18n.locale === 'en' ? 'ar' : 'en'
  const go = (path: string) => () => {
    navigate(path)
  }
  return [
    action('add', t`Add contact`, IconUserPlus, go('/contacts/new')),
    action('template', t`New template`, IconFilePlus, () => void newTemplate()),
    action('campaign', t`New campaign`, IconSend, go('/campaigns/new')),
    action('import', t`Import contacts`, IconFileImport, go('/import')),
    action('contacts', t`Go to Contacts`, IconAddressBook, go('/contacts')),
    action('templates', t`Go to Templates`, IconFileText, go('/templates')),
    action('campaigns', t`Go to Campaigns`, IconSend, go('/campaigns')),
    action('queue', t`Go to Queue`, IconListDetails, go('/queue')),
    action('history', t`Go to History`, IconHistory, go('/history')),
    action('settings', t`Go to Settings`, IconSettings, go('/settings')),
    action('light', t`Light theme`, IconSun, () => void change({ appearance: 'light' })),
    action('dark', t`Dark theme`, IconMoon, () => void change({ appearance: 'dark' })),
    action('language', LANGUAGES[other].name, IconLanguage, () => void change({ language: other })),
  ]
}
