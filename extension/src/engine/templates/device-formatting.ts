import type { Formatting } from '@parley/shared/templates'

/** How this device writes dates and money; a new draft takes it over and keeps it, wherever it is edited later. */
export function deviceFormatting(): Formatting {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { locale, timeZone }
}
