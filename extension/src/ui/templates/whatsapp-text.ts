export type Style = 'plain' | 'bold' | 'italic' | 'struck' | 'code'

/** A stretch of a message as WhatsApp shows it. */
export interface Styled {
  readonly style: Style
  readonly text: string
}

const STYLES: Readonly<Record<string, Style>> = { '*': 'bold', _: 'italic', '~': 'struck' }

/**
 * The message as WhatsApp draws it: `*bold*`, `_italic_`, `~struck~`, `` `code` `` and ` ```code``` `. A mark counts only
 * next to a letter inside and none outside, so `5*3*2` stays as it is. One style a stretch: enough for a preview.
 */
export function styledText(text: string): Styled[] {
  const pattern = /```([^`]+)```|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(\S|\S[^\n]*?\S)\3(?![\p{L}\p{N}])/gu
  const parts: Styled[] = []
  let from = 0
  for (const found of text.matchAll(pattern)) {
    const [all, block, code, mark, inside] = found
    if (found.index > from) parts.push({ style: 'plain', text: text.slice(from, found.index) })
    parts.push({ style: mark === undefined ? 'code' : (STYLES[mark] ?? 'plain'), text: block ?? code ?? inside ?? all })
    from = found.index + all.length
  }
  if (from < text.length) parts.push({ style: 'plain', text: text.slice(from) })
  return parts
}
