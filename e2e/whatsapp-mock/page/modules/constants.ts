export const ACK = {
  MD_DOWNGRADE: -7,
  INACTIVE: -6,
  CONTENT_UNUPLOADABLE: -5,
  CONTENT_TOO_BIG: -4,
  CONTENT_GONE: -3,
  EXPIRED: -2,
  FAILED: -1,
  CLOCK: 0,
  SENT: 1,
  RECEIVED: 2,
  READ: 3,
  PLAYED: 4,
  PEER: 5,
} as const

export const ACK_STRING = {
  SENDER: 'sender',
  DELIVERY: 'delivery',
  READ: 'read',
  READ_SELF: 'read-self',
  PLAYED: 'played',
  INACTIVE: 'inactive',
} as const

export const SEND_RESULTS = {
  OK: 'OK',
  ERROR_NETWORK: 'ERROR_NETWORK',
  ERROR_EXPIRED: 'ERROR_EXPIRED',
  ERROR_CANCELLED: 'ERROR_CANCELLED',
  ERROR_UPLOAD: 'ERROR_UPLOAD',
  ERROR_UNKNOWN: 'ERROR_UNKNOWN',
} as const
