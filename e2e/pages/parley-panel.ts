import type { Frame } from 'playwright'
import type { WhatsAppPage } from './whatsapp-page.ts'

/** Opens the panel in WhatsApp Web and answers its frame once it shows something. */
export async function openPanel(whatsApp: WhatsAppPage): Promise<Frame> {
  await whatsApp.pressShortcut()
  for (;;) {
    const frame = whatsApp.panel()
    if (frame && (await frame.locator('header').count()) > 0) return frame
    await whatsApp.page.waitForTimeout(100)
  }
}
