/** A number as a screen writes it, "1,204" or "١٬٢٠٤". */
export function readNumber(text: string): number {
  const western = text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
  return Number(western.replaceAll(/\D/g, ''))
}
