/** Plain strokes on a 24 × 24 field. */
export const PATHS = {
  check: 'M5 13l4 4L19 7',
  doubleCheck: 'M2 13l4 4L16 7M11 16l1 1L22 7',
  clock: 'M12 7v5l3 2M12 3a9 9 0 100 18 9 9 0 000-18',
  error: 'M12 7v6M12 16v1M12 3a9 9 0 100 18 9 9 0 000-18',
  send: 'M4 12l16-8-6 16-3-7z',
  plus: 'M12 5v14M5 12h14',
  mic: 'M12 4a2 2 0 012 2v6a2 2 0 01-4 0V6a2 2 0 012-2M7 11a5 5 0 0010 0M12 16v4',
  search: 'M11 5a6 6 0 100 12 6 6 0 000-12M16 16l4 4',
  menu: 'M12 6v.1M12 12v.1M12 18v.1',
  smile: 'M12 3a9 9 0 100 18 9 9 0 000-18M9 10v.1M15 10v.1M8 14a4.5 4.5 0 008 0',
  chats: 'M4 5h16v11H9l-5 4z',
  people: 'M9 5a3 3 0 100 6 3 3 0 000-6M3 19a6 6 0 0112 0M16 6a3 3 0 010 5M18 14a6 6 0 013 5',
  gear: 'M12 8a4 4 0 100 8 4 4 0 000-8M12 3v3M12 18v3M3 12h3M18 12h3M6 6l2 2M16 16l2 2M18 6l-2 2M8 16l-2 2',
} as const

/** Icon name per ack; read is told by the name in one build and by the colour in another. */
export const ACK_ICONS: Readonly<Record<string, { name: string; path: string; label: string; read?: true }>> = {
  '-1': { name: 'error', path: PATHS.error, label: ' Not sent ' },
  '0': { name: 'msg-time', path: PATHS.clock, label: ' Pending ' },
  '1': { name: 'msg-check', path: PATHS.check, label: ' Sent ' },
  '2': { name: 'msg-dblcheck', path: PATHS.doubleCheck, label: ' Delivered ' },
  '3': { name: 'msg-dblcheck', path: PATHS.doubleCheck, label: ' Read ', read: true },
  '4': { name: 'msg-dblcheck', path: PATHS.doubleCheck, label: ' Played ', read: true },
}
