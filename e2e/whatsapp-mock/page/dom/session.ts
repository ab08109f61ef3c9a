import { useHere } from '../single-window.ts'
import type { State } from '../state.ts'
import { el } from './element.ts'

export function qrScreen(): HTMLElement {
  const canvas = el('canvas', {
    'aria-label': 'Scan this QR code to link a device!',
    role: 'img',
    width: '220',
    height: '220',
  })
  const brush = canvas.getContext('2d')
  for (let at = 0; brush !== null && at < 484; at += 1)
    if ((at * 7919) % 5 < 2) brush.fillRect((at % 22) * 10, Math.floor(at / 22) * 10, 10, 10)
  return el(
    'div',
    { class: 'landing' },
    el('h1', {}, 'Steps to log in'),
    el('div', { 'data-ref': '2@mock' }, canvas),
    el('p', {}, 'Scan the code with your phone to link this device'),
  )
}

export function conflictDialog(state: State): HTMLElement {
  const here = el('button', { class: 'primary' }, 'Use here')
  here.addEventListener('click', () => void useHere(state))
  return el(
    'div',
    { role: 'dialog', 'data-animate-modal-popup': 'true', class: 'dialog' },
    el('p', {}, 'WhatsApp is open in another window. Click “Use here” to use WhatsApp in this window.'),
    here,
  )
}
