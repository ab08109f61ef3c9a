import type { CallName } from '../calls.ts'

/** Which of our pages asks. The panel stands inside WhatsApp's page, so it may do less. */
export type Surface = 'app' | 'panel'

/** What a browser says about the other end of a port. */
export interface PortSender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly frameId?: number | undefined
}

/**
 * One contact at a time, and nothing that sets policy, moves files, or reaches many people. It sees what is being sent
 * and may stop it, for stopping is always allowed; it starts, resumes and decides nothing.
 */
const PANEL: ReadonlySet<CallName> = new Set<CallName>([
  'contacts.create',
  'contacts.edit',
  'contacts.tag',
  'contacts.delete',
  'contacts.restore',
  'contacts.optOut',
  'contacts.optIn',
  'operations.undo',
  'workspace.state',
  'contacts.page',
  'contacts.one',
  'contacts.tags',
  'page.senders',
  'templates.list',
  'templates.one',
  'templates.variables',
  'templates.values',
  'campaigns.list',
  'campaigns.one',
  'queue.state',
  'campaigns.pause',
  'queue.stopAll',
])

export function mayCall(surface: Surface, name: CallName): boolean {
  return surface === 'app' || PANEL.has(name)
}

/**
 * The page behind a port, or undefined for anything but our own pages: a content script has our id too, but the url of
 * the page it runs in. `origin` is this extension's, such as 'chrome-extension://…'.
 */
export function surfaceOf(sender: PortSender | undefined, own: { id: string; origin: string }): Surface | undefined {
  if (sender?.id !== own.id || !URL.canParse(sender.url ?? '')) return undefined
  const { protocol, host, pathname } = new URL(sender.url ?? '')
  if (`${protocol}//${host}` !== own.origin) return undefined
  if (pathname === '/panel.html') return 'panel'
  const top = sender.frameId === undefined || sender.frameId === 0
  return top && ['/app.html', '/popup.html'].includes(pathname) ? 'app' : undefined
}
