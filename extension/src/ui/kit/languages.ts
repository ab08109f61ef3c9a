import { i18n, type Messages } from '@lingui/core'
import { messages as english } from '../../locales/en.po'

export type Language = 'en' | 'ar'

interface LanguageInfo {
  /** In its own words: whoever landed in the wrong language must be able to read it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

export const LANGUAGES: Readonly<Record<Language, LanguageInfo>> = {
  en: { name: 'English', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
}

/** The first language Parley speaks among BCP 47 `wanted` (most wanted first); English if none. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'en' || primary === 'ar') return primary
  }
  return 'en'
}

async function messagesOf(language: Language): Promise<Messages> {
  if (language === 'en') return english
  return (await import('../../locales/ar.po')).messages
}

/** Makes `language` the one every `<Trans>` speaks; resolves once its catalogue is loaded. */
export async function activateLanguage(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await messagesOf(language) })
}
