import { browser } from 'wxt/browser'
import { z } from 'zod'

const schema = z.object({
  /** 'auto' follows the browser's languages. */
  language: z.enum(['auto', 'en', 'ar']).catch('auto'),
  /** 'auto' follows the system, in the panel WhatsApp's own theme. */
  appearance: z.enum(['auto', 'light', 'dark']).catch('auto'),
  density: z.enum(['compact', 'comfortable']).catch('compact'),
})

/** How this browser profile shows Parley. Holds nothing of the workspace. */
export type Preferences = z.infer<typeof schema>

const KEY = 'preferences'

/**
 * Kept in `storage.local` and not in localStorage: it is the one store an extension frame inside WhatsApp Web can read
 * when the browser blocks third-party cookies, and it tells every open view of a change.
 */
export async function readPreferences(): Promise<Preferences> {
  const stored = await browser.storage.local.get(KEY)
  return schema.parse(stored[KEY] ?? {})
}

export async function writePreferences(preferences: Preferences): Promise<void> {
  await browser.storage.local.set({ [KEY]: preferences })
}

/** Calls `listener` after every change, made here or in another view; returns what stops it. */
export function watchPreferences(listener: (preferences: Preferences) => void): () => void {
  function changed(changes: Record<string, { newValue?: unknown }>, area: string): void {
    if (area === 'local' && KEY in changes) listener(schema.parse(changes[KEY].newValue ?? {}))
  }
  browser.storage.onChanged.addListener(changed)
  return () => {
    browser.storage.onChanged.removeListener(changed)
  }
}
