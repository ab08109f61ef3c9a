import type { ChatModel } from '../models.ts'

import { MsgKey } from '../msg-key.ts'
import { addAndSend, type SendResult } from '../sending.ts'
import type { State } from '../state.ts'

/** A file on its way into a message. */
export class OpaqueData {
  readonly blob: Blob
  readonly #type: string
  private constructor(blob: Blob, type: string) {
    this.blob = blob
    this.#type = type
  }
  type(): string {
    return this.#type
  }
  forceToBlob(): Blob {
    return this.blob
  }
  static createFromData(blob: Blob, type: string): Promise<OpaqueData> {
    return Promise.resolve(new OpaqueData(blob, type))
  }
}

interface MediaOptions {
  caption?: string
  /** Merged into the message, which is how a caller brings an own id. */
  productMsgOptions?: { id?: MsgKey; caption?: string }
}

export interface MediaPrep {
  mediaData: { type: string; mimetype: string; size: number }
  waitForPrep(): Promise<void>
  sendToChat(given: { chat: ChatModel; options: MediaOptions }): Promise<SendResult>
}

const KINDS = [
  ['image/', 'image'],
  ['video/', 'video'],
] as const

export function prepRawMedia(state: State): (data: OpaqueData, options?: { asDocument?: boolean }) => MediaPrep {
  return (data, options) => {
    const kind = KINDS.find(([prefix]) => data.type().startsWith(prefix))?.[1]
    const type = options?.asDocument === true || kind === undefined ? 'document' : kind
    return {
      mediaData: { type, mimetype: data.type(), size: data.blob.size },
      waitForPrep: () => Promise.resolve(),
      sendToChat: (given) => sendToChat(state, type, given),
    }
  }
}

async function sendToChat(
  state: State,
  type: string,
  { chat, options }: { chat: ChatModel; options: MediaOptions },
): Promise<SendResult> {
  const from = state.myIdIn(chat.id)
  const id = new MsgKey({ from, to: chat.id, id: await MsgKey.newId(), selfDir: 'out' })
  const [added, result] = addAndSend(state, chat, {
    id,
    from,
    to: chat.id,
    self: 'out',
    t: Math.floor(Date.now() / 1000),
    type,
    ...options.productMsgOptions,
    caption: options.caption ?? '',
  })
  await added
  return result
}
