import { browser } from '#imports'

export const RAIL_PX = 48
export const MIN_PX = 340
export const MAX_PX = 460
export const STEP_PX = 20

const KEY = 'panel.width'

/** A panel width that is usable whatever was stored or dragged. */
export function panelWidth(wanted: unknown): number {
  if (typeof wanted !== 'number' || !Number.isFinite(wanted)) return 380
  return Math.round(Math.min(MAX_PX, Math.max(MIN_PX, wanted)))
}

/** The width last chosen in this profile. Kept on the content script's side: the panel frame may have no storage. */
export async function recallWidth(): Promise<number> {
  const stored = await browser.storage.local.get(KEY)
  return panelWidth(stored[KEY])
}

export async function rememberWidth(width: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: width })
}
