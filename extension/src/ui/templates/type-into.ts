/** A replacement as a person would type it. */
export interface Typed {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Where the caret goes, from the beginning of `text`; without it, behind the text. */
  readonly caret?: number
}

/** Types into a field so that Ctrl Z takes it back: setting its value would empty the undo history. */
export function typeInto(field: HTMLTextAreaElement, { start, end, text, caret }: Typed): void {
  field.focus()
  field.setSelectionRange(start, end)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- No other call keeps a field's undo history.
  document.execCommand('insertText', false, text)
  if (caret !== undefined) field.setSelectionRange(start + caret, start + caret)
}
