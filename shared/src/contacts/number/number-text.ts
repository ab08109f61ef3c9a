import { visibleText } from '../../ids/index.ts'

/** The zero of every script whose digits people type into phones; the other nine follow it. NFKC keeps these apart. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x0f20, 0x1040, 0x17e0, 0x1810,
]

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = ZEROS.find((candidate) => code >= candidate && code < candidate + 10)
  return zero === undefined ? digit : String(code - zero)
}

/**
 * A cell as plain characters: NFKC (libphonenumber would silently drop a full-width plus), nothing invisible, ASCII
 * digits, every dash '-', and without what spreadsheets put around text: a leading apostrophe, quotes, `="…"`.
 */
export function numberText(cell: string): string {
  return visibleText(cell.normalize('NFKC'))
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/^=?["'`´‘’]+|["'`´‘’]+$/gu, '')
    .trim()
}
