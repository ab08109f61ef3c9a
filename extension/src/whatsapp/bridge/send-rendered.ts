import { render } from '@parley/shared/templates'
import { PAGE_COMMANDS, type PageAnswer } from '../protocol.ts'
import type { PageLink } from './page-link.ts'

/**
 * Hands a text to the page once it has been rendered again from its version and values: one that they do not give stays
 * here. The page gets the text alone.
 */
export async function sendRendered(page: Pick<PageLink, 'ask'>, input: unknown): Promise<PageAnswer<'sendText'>> {
  const { rendering, ...order } = PAGE_COMMANDS.sendText.input.parse(input)
  const rendered = rendering && render(rendering, rendering.values)
  if (rendered && !(rendered.ok && rendered.text === order.text))
    return { ok: true, value: { kind: 'refused', reason: 'render', module: null } }
  return page.ask('sendText', order)
}
