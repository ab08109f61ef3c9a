/** What Parley can do in a page. Beside the protocol, because the agent needs the list and must not carry its parser. */
export const CAPABILITIES = [
  'send.text',
  'send.media',
  'acks',
  'incoming',
  'resolve',
  'open',
  'policy',
  'lookup',
] as const

export type Capability = (typeof CAPABILITIES)[number]
