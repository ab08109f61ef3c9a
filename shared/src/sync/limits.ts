/** Bytes of one live update. An engine's transactions are ≤ 128 kB, so an honest one never comes near. */
export const MAX_LIVE_UPDATE = 256 * 1024

/** Bytes of a handshake's or an upload's update: a whole document. Also the largest frame and body. */
export const MAX_WHOLE_DOCUMENT = 32 * 1024 * 1024

/** Yjs client ids one update may bring along. Each stays in the state vector for ever. */
export const MAX_NEW_CLIENTS_LIVE = 50
export const MAX_NEW_CLIENTS_WHOLE = 20_000

/** Length of one struct: only deleted content is longer than its bytes, so a forged one could jump the clock. */
export const MAX_STRUCT_LENGTH = 1_000_000
