import { addStyle } from './style.ts'
import { MAX_PX, MIN_PX } from './width.ts'

export interface RailElements {
  readonly host: HTMLElement
  readonly button: HTMLButtonElement
  readonly panel: HTMLElement
  /** The panel's left edge: dragged, or moved with the arrow keys. */
  readonly edge: HTMLElement
}

const SVG = 'http://www.w3.org/2000/svg'
const ICON = ['M4 5h16v11h-8l-4 4v-4H4z', 'M8 9h8', 'M8 12h5']

/** The rail and the closed panel in a closed shadow root. Names are the product's, so nothing here needs translating. */
export function railElements(): RailElements {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  addStyle(root)
  const button = element('button', {
    type: 'button',
    'aria-label': 'Parley',
    'aria-expanded': 'false',
    title: 'Parley (Alt+P)',
  })
  button.append(icon())
  const edge = element('div', {
    class: 'edge',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': 'Parley',
    'aria-valuemin': String(MIN_PX),
    'aria-valuemax': String(MAX_PX),
  })
  const panel = element('div', { class: 'panel', hidden: '' })
  panel.append(edge)
  const rail = element('div', { class: 'rail' })
  rail.append(button)
  root.append(panel, rail)
  return { host, button, panel, edge }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

function icon(): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const d of ICON) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
