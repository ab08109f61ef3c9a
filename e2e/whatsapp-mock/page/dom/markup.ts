import type { DomProfile } from '../../wire-types.ts'
import type { MsgKey } from '../msg-key.ts'

/** Where the two recorded states of WhatsApp's page differ. */
export interface Markup {
  dataId(key: MsgKey): string
  /** `message-in` and `message-out` on every bubble; later only tails and alignment tell the direction. */
  directionClasses: boolean
  testIds: boolean
  /** The search field was an editable div and is an input now. */
  searchInput: boolean
  sendIcon: string
  attachIcon: string
  unknownNumber: string
}

export const MARKUPS: Readonly<Record<DomProfile, Markup>> = {
  '2026': {
    dataId: ({ id }) => id,
    directionClasses: false,
    testIds: true,
    searchInput: true,
    sendIcon: 'wds-ic-send-filled',
    attachIcon: 'plus-rounded',
    unknownNumber: "The phone number isn't on WhatsApp.",
  },
  'legacy-2025': {
    dataId: (key) => key.toString(),
    directionClasses: true,
    testIds: false,
    searchInput: false,
    sendIcon: 'send',
    attachIcon: 'plus',
    unknownNumber: 'Phone number shared via url is invalid.',
  },
}
