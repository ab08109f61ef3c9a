/** The composer's text as it would be sent: a paragraph or `<br>` ends a line, an emoji may be a picture with `alt`. */
export function readComposer(composer: Element): string {
  const blocks = [...composer.children].filter(({ tagName }) => tagName === 'P')
  return blocks.length > 0 ? blocks.map(readInline).join('\n') : readInline(composer)
}

function readInline(node: Node): string {
  let text = ''
  for (const child of node.childNodes) text += readNode(child)
  return text
}

function readNode(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? ''
  if (node.nodeName === 'IMG') return (node as HTMLImageElement).alt
  if (node.nodeName !== 'BR') return readInline(node)
  // An empty paragraph holds one line break that stands for nothing.
  return node.parentNode?.childNodes.length === 1 ? '' : '\n'
}

/** Whether `after` is `before` with `text` put in at one place and nothing else changed. */
export function isInserted(before: string, after: string, text: string): boolean {
  if (after.length !== before.length + text.length) return false
  for (let at = after.indexOf(text); at !== -1; at = after.indexOf(text, at + 1))
    if (after.slice(0, at) + after.slice(at + text.length) === before) return true
  return false
}
