import type { MsgModel } from '../models.ts'
import type { State } from '../state.ts'
import { el, icon } from './element.ts'
import { ACK_ICONS } from './icons.ts'
import type { Markup } from './markup.ts'

export function ackIcon(msg: MsgModel, markup: Markup): HTMLElement {
  const look = ACK_ICONS[String(msg.ack)] ?? { name: 'error', path: '', label: '' }
  const made = icon(look.name, look.path, markup.testIds ? look.name : undefined)
  made.setAttribute('aria-label', look.label)
  if (look.read) made.classList.add('read')
  return made
}

/** One message; the ack icon follows the model. */
export function bubble(state: State, markup: Markup, msg: MsgModel, lastOfGroup: boolean): HTMLElement {
  const direction = msg.id.fromMe ? 'out' : 'in'
  const who = msg.id.fromMe ? state.me.name : (state.Chat.get(msg.id.remote)?.formattedTitle ?? '')
  const time = new Date(msg.t * 1000)
  const stamp = `[${time.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })}, ${time.toLocaleDateString('en-US')}] ${who}: `
  const meta = el(
    'span',
    { class: 'meta' },
    el('span', {}, time.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })),
  )
  if (msg.id.fromMe) meta.append(ackIcon(msg, markup))
  msg.on('change:ack', () => {
    meta.lastElementChild?.replaceWith(ackIcon(msg, markup))
  })
  const container = el(
    'div',
    { 'data-testid': markup.testIds ? 'msg-container' : undefined, class: 'bubble' },
    lastOfGroup &&
      el('span', { 'data-testid': markup.testIds ? `tail-${direction}` : undefined, 'data-icon': `tail-${direction}` }),
    el('div', { class: 'copyable-text', 'data-pre-plain-text': stamp }, textOf(markup, msg), meta),
  )
  const classes = markup.directionClasses
    ? `message message-${direction} focusable-list-item`
    : 'message focusable-list-item'
  return el(
    'div',
    { role: 'row', class: `row row-${direction}` },
    el('div', { class: classes, 'data-id': markup.dataId(msg.id), tabindex: '-1' }, container),
  )
}

function textOf(markup: Markup, msg: MsgModel): HTMLElement {
  return el(
    'span',
    {
      class: 'selectable-text copyable-text',
      'data-testid': markup.testIds ? 'selectable-text' : undefined,
      dir: 'ltr',
    },
    el('span', {}, msg.type === 'chat' ? msg.body : `📎 ${msg.caption ?? ''}`),
  )
}
