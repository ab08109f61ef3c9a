import type { CDPSession, Frame, Page } from 'playwright'

interface Node {
  nodeName: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

const RAIL_PX = 48

/** WhatsApp Web with Parley's rail in it. The rail stands in a closed shadow root, so it is read as an inspector does. */
export class WhatsAppPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Clicks the rail's button where a person would. */
  async clickRail(): Promise<void> {
    await this.page.mouse.click(this.#width - RAIL_PX / 2, 26)
  }

  async pressShortcut(): Promise<void> {
    await this.page.keyboard.press('Alt+KeyP')
  }

  /** Drags the open panel's edge by `px` to the left. */
  async dragEdge(px: number): Promise<void> {
    const from = await this.widthLeft()
    await this.page.mouse.move(from, 300)
    await this.page.mouse.down()
    await this.page.mouse.move(from - px, 300, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Pixels that WhatsApp has to itself. */
  widthLeft(): Promise<number> {
    return this.page.evaluate(() => document.body.getBoundingClientRect().width)
  }

  /** Attributes of an element of the rail by its tag, undefined while it is not there. */
  async railElement(tag: 'button' | 'iframe'): Promise<Record<string, string> | undefined> {
    const session = await this.page.context().newCDPSession(this.page)
    const host = await railHost(session)
    await session.detach()
    const found = host && find(host, (node) => node.nodeName.toLowerCase() === tag)
    return found && attributesOf(found)
  }

  /** The theme the rail is drawn in. */
  async railTheme(): Promise<string | undefined> {
    const session = await this.page.context().newCDPSession(this.page)
    const host = await railHost(session)
    await session.detach()
    return host && attributesOf(host)['data-theme']
  }

  /** The panel's own frame, once it is there. */
  panel(): Frame | undefined {
    return this.page.frames().find((frame) => frame.url().endsWith('/panel.html'))
  }

  get #width(): number {
    return this.page.viewportSize()?.width ?? 0
  }
}

/** The last child of the document's root that carries a shadow root. */
async function railHost(session: CDPSession): Promise<Node | undefined> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node }
  const html = find(root, ({ nodeName }) => nodeName === 'HTML')
  return html?.children?.find((child) => child.shadowRoots !== undefined)
}

function find(node: Node, fits: (node: Node) => boolean): Node | undefined {
  if (fits(node)) return node
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, fits)
    if (found) return found
  }
  return undefined
}

function attributesOf({ attributes = [] }: Node): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: attributes.length / 2 }, (_, at) => [attributes[at * 2], attributes[at * 2 + 1]]),
  ) as Record<string, string>
}
