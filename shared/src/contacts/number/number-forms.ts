/** A number written some other way than as a number. */
export type NumberForm =
  | { readonly kind: 'text'; readonly text: string }
  /** Digits that begin with a country code. */
  | { readonly kind: 'international'; readonly digits: string }
  | { readonly kind: 'refused'; readonly reason: 'lid' | 'not-a-person' | 'link-without-number' | 'scientific' }

/** WhatsApp's address forms: `49151…@c.us`, `49151…:12@s.whatsapp.net` (the 12th device), `…@lid`, `…@g.us`. */
const JID = /^\+?(\d+)(?:[:.]\d+)*@([a-z.]+)$/i
/** Click-to-chat links, see faq.whatsapp.com/5913398998672934; `wa.me/message/…` and `wa.me/qr/…` name no number. */
const LINK = /^(?:https?:\/\/)?(?:www\.)?(?:wa\.me|(?:api|web|chat)\.whatsapp\.com|whatsapp:\/)\/?(.*)$/i
const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i
/** A spreadsheet's decimal number: '4915112345678.0'. */
const DECIMAL = /^(\+?\d{6,})[.,]0{1,2}$/

/** Recognises addresses, links, `tel:` and what spreadsheets make of long digits; anything else is text. */
export function numberForm(text: string): NumberForm {
  if (text.includes('@')) return fromJid(text)
  const link = LINK.exec(text)
  if (link) return fromLink(link[1] ?? '')
  const scientific = SCIENTIFIC.exec(text)
  if (scientific) return fromScientific(scientific[1] ?? '', scientific[2] ?? '', Number(scientific[3]))
  const plain = text.replace(/^tel:/i, '').trim()
  return { kind: 'text', text: DECIMAL.exec(plain)?.[1] ?? plain }
}

function fromJid(text: string): NumberForm {
  const [, digits = '', server = ''] = JID.exec(text) ?? []
  const host = (server || (text.split('@').at(-1) ?? '')).toLowerCase()
  if (host === 'lid') return { kind: 'refused', reason: 'lid' }
  if (digits && (host === 'c.us' || host === 's.whatsapp.net')) return { kind: 'international', digits }
  return { kind: 'refused', reason: 'not-a-person' }
}

function fromLink(rest: string): NumberForm {
  const digits =
    /^\+?(\d{6,})\/?(?:[?#].*)?$/.exec(rest)?.[1] ?? /[?&]phone=(?:\+|%2b| )?(\d{6,})(?:&|$)/i.exec(rest)?.[1]
  return digits ? { kind: 'international', digits } : { kind: 'refused', reason: 'link-without-number' }
}

/** Only when the mantissa holds every digit: 4.9151E+12 has lost eight, and zeros in their place are somebody else. */
function fromScientific(whole: string, fraction: string, exponent: number): NumberForm {
  const complete = fraction.length >= exponent && /^0*$/.test(fraction.slice(exponent))
  if (!complete) return { kind: 'refused', reason: 'scientific' }
  return { kind: 'text', text: whole + fraction.slice(0, exponent) }
}
