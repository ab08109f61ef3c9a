import { i18n, type Messages } from '@lingui/core'
import { messages as english } from '../../locales/en.po'
import { regionOf } from './use-formats.ts'
import type { Language } from './languages.ts'

async function messagesOf(language: Language): Promise<Messages> {
  if (language === 'en') return english
  return (await import('../../locales/ar.po')).messages
}

/** Makes `language` the one every `<Trans>` speaks; resolves once its catalogue is loaded. */
export async function activateLanguage(language: Language): Promise<void> {
  // Numbers inside a sentence are written as those of `useFormats` beside it.
  const locales = regionOf(language, navigator.languages)
  i18n.loadAndActivate({ locale: language, locales, messages: await messagesOf(language) })
}
