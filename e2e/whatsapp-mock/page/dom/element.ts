type Child = Node | string | undefined | false

/** Builds an element without markup strings, which Trusted Types would refuse. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false))
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

/** A neutral drawing of our own under the icon name WhatsApp uses. */
export function icon(name: string, path: string, testId?: string): HTMLElement {
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 24')
  drawing.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  drawing.append(line)
  return el('span', { 'data-icon': name, 'data-testid': testId, class: 'icon' }, drawing)
}
