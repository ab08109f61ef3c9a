import type { ReactNode } from 'react'
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { RejectReason as Reason } from '../../worker/preview.ts'

const REASONS: Readonly<Record<Reason, MessageDescriptor>> = {
  empty: msg`No phone number`,
  lid: msg`This is WhatsApp's hidden id, not a phone number`,
  'not-a-person': msg`This is a group, a channel or an email address`,
  'link-without-number': msg`This link holds no phone number`,
  scientific: msg`The spreadsheet has lost digits. Format the column as text and export again`,
  letters: msg`Letters inside the number`,
  symbols: msg`Signs that no phone number has`,
  'two-numbers': msg`Two numbers in one cell. Give each its own column`,
  extension: msg`A number with an extension has no WhatsApp of its own`,
  ambiguous: msg`It could be read as two different numbers. Write it with + and country code`,
  'country-code': msg`No country has this calling code`,
  'too-short': msg`Too few digits`,
  'too-long': msg`Too many digits`,
  'not-in-use': msg`No number like this is in use in its country`,
  'broken-quotes': msg`A quote in this row never closes`,
  'consent-date': msg`The date of the consent cannot be read`,
  'value-too-long': msg`A value is too long`,
}

/** The sentence for each reason a value is refused, typed or imported; an unknown one still names itself, so that a report about it can be answered. */
export function useRejectReason(): (reason: string) => string {
  const { t, i18n } = useLingui()
  return (reason) => {
    const known = (REASONS as Partial<Record<string, MessageDescriptor>>)[reason]
    return known ? i18n._(known) : t`Not usable (${reason})`
  }
}

export function RejectReason({ reason }: { reason: string }): ReactNode {
  return useRejectReason()(reason)
}
