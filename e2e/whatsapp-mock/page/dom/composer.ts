import { registerRichText } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical'
import type { ChatModel } from '../models.ts'
import { MsgKey } from '../msg-key.ts'
import { addAndSend } from '../sending.ts'
import type { State } from '../state.ts'
import { el, icon } from './element.ts'
import { PATHS } from './icons.ts'
import type { Markup } from './markup.ts'

const drafts = new WeakMap<ChatModel, string>()

/** The message box, on the editor WhatsApp uses: what Lexical would swallow or double, this one does too. */
export function composer(state: State, markup: Markup, chat: ChatModel): HTMLElement {
  const box = el('div', {
    class: 'compose-box',
    role: 'textbox',
    contenteditable: 'true',
    spellcheck: 'true',
    'aria-label': `Type a message to ${chat.formattedTitle}`,
    'aria-placeholder': 'Type a message',
    'data-lexical-editor': 'true',
    'data-tab': '10',
    'data-testid': markup.testIds ? 'conversation-compose-box-input' : undefined,
  })
  const editor = editorOn(box)
  const action = el('div', { class: 'compose-action' })
  const send = (): void => {
    const text = textIn(editor).trim()
    if (text === '') return
    writeInto(editor, '')
    void sendByHand(state, chat, text)
  }
  editor.registerUpdateListener(() => {
    const text = textIn(editor)
    drafts.set(chat, text)
    action.replaceChildren(text.trim() === '' ? micButton() : sendButton(markup, send))
  })
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      if (event?.shiftKey === true) return false
      event?.preventDefault()
      send()
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
  writeInto(editor, drafts.get(chat) ?? '')
  followDrafts(state, chat, editor)
  return el('footer', { class: 'footer' }, attachButton(markup), box, action)
}

function editorOn(box: HTMLElement): LexicalEditor {
  const editor = createEditor({
    namespace: 'composer',
    onError: (error) => {
      throw error
    },
  })
  registerRichText(editor)
  editor.setRootElement(box)
  return editor
}

/** One line per paragraph or line break, as WhatsApp reads its box. */
function textIn(editor: LexicalEditor): string {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((node) => node.getTextContent())
      .join('\n'),
  )
}

function writeInto(editor: LexicalEditor, text: string): void {
  editor.update(() => {
    const root = $getRoot().clear()
    for (const line of text.split('\n')) {
      const paragraph = $createParagraphNode()
      if (line !== '') paragraph.append($createTextNode(line))
      root.append(paragraph)
    }
    root.selectEnd()
  })
}

function followDrafts(state: State, chat: ChatModel, editor: LexicalEditor): void {
  state.Cmd.off('draft')
  state.Cmd.on('draft', ({ chat: wanted, text }: { chat: ChatModel; text: string }) => {
    if (wanted === chat) writeInto(editor, text)
  })
}

async function sendByHand(state: State, chat: ChatModel, text: string): Promise<void> {
  const from = state.myIdIn(chat.id)
  const id = new MsgKey({ from, to: chat.id, id: await MsgKey.newId(), selfDir: 'out' })
  const t = Math.floor(Date.now() / 1000)
  const data = { id, from, to: chat.id, self: 'out', t, type: 'chat', body: text }
  const [added] = addAndSend(state, chat, data, true)
  await added.catch(() => undefined)
}

function sendButton(markup: Markup, send: () => void): HTMLElement {
  const testId = markup.testIds ? markup.sendIcon : undefined
  const button = el('button', { 'aria-label': 'Send', 'data-tab': '11' }, icon(markup.sendIcon, PATHS.send, testId))
  button.addEventListener('click', send)
  return button
}

function micButton(): HTMLElement {
  return el('button', { 'aria-label': 'Voice message' }, icon('mic-outlined', PATHS.mic))
}

function attachButton({ attachIcon }: Markup): HTMLElement {
  return el('button', { 'aria-label': 'Attach', title: 'Attach' }, icon(attachIcon, PATHS.plus))
}
