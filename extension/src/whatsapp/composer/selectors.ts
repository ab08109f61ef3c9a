/** One place in WhatsApp's markup, and the ways it has been written; the first that matches counts. */
export interface Selector {
  readonly purpose: string
  readonly css: readonly string[]
}

export const SELECTORS = {
  composer: {
    purpose: "the open chat's message box",
    css: [
      '[data-testid="conversation-compose-box-input"]',
      'footer [contenteditable="true"][data-lexical-editor="true"]',
      'footer [contenteditable="true"][role="textbox"]',
    ],
  },
} as const satisfies Record<string, Selector>

/** The first match of a selector's ways, or null when this page has none. */
export function select({ css }: Selector, root: ParentNode = document): HTMLElement | null {
  for (const each of css) {
    const found = root.querySelector<HTMLElement>(each)
    if (found) return found
  }
  return null
}
