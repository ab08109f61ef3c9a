import { useSyncExternalStore } from 'react'
import type { ContactRow } from '../../engine/calls.ts'
import type { OpenChat } from '../../whatsapp/panel-protocol.ts'
import type { HostPort } from '../kit/panel-handshake.ts'
import { useQuery } from '../kit/use-query.ts'

/** The contact of the chat beside the panel, found by its number; undefined for a group and for strangers. */
export function useChatContact(host: HostPort): ContactRow | undefined {
  const phone = phoneOf(useSyncExternalStore(host.chat.subscribe, host.chat.get))
  // A search nobody answers to, while there is no number to ask for.
  const found = useQuery('contacts.page', { search: phone ?? '+0', limit: 2 })
  if (phone === undefined || found.state !== 'ready') return undefined
  const { rows, matching } = found.value
  return rows.find((row) => row.phone === phone) ?? (matching === 1 ? rows[0] : undefined)
}

/** The E.164 number of a chat; undefined where WhatsApp knows the person by no number. */
export function phoneOf(chat: OpenChat | null): string | undefined {
  if (!chat || chat.group) return undefined
  for (const id of [chat.id, ...chat.aliases]) {
    const digits = /^(\d{5,16})@c\.us$/.exec(id)?.[1]
    if (digits !== undefined) return `+${digits}`
  }
  return undefined
}
