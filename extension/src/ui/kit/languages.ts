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
