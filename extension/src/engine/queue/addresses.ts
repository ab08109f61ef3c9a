/** WhatsApp's id for an address of a message: an E.164 number or a hidden id ('123@lid'). */
export function widOf(address: string): string {
  return address.startsWith('+') ? `${address.slice(1)}@c.us` : address
}

/** The address behind a chat id: what consent is recorded under. */
export function addressOf(chat: string): string {
  const phone = /^(\d+)@c\.us$/.exec(chat)?.[1]
  return phone === undefined ? chat : `+${phone}`
}
