import { i18n, type Messages } from '@lingui/core'
import { messages as english } from '../../locales/en.po'
import type { Language } from './languages.ts'

async function messagesOf(language: Language): Promise<Messages> {
  if (language === 'en') return english
  return (await import('../../locales/ar.po')).messages
}

/** Makes `language` the one every `<Trans>` speaks; resolves once its catalogue is loaded. */
export async function activateLanguage(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await messagesOf(language) })
}
