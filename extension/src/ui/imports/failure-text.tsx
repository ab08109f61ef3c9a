import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useFormats } from '../kit/use-formats.ts'
import type { BinaryKind, ImportFailure } from '../../worker/preview.ts'

/** Why the whole file was refused, and what to do. */
export function FailureText({ failure }: { failure: ImportFailure }): ReactNode {
  switch (failure.reason) {
    case 'empty-file':
      return <Trans>The file is empty. Export it again and check that it has rows.</Trans>
    case 'binary-file':
      return <BinaryText kind={failure.kind} />
    case 'no-phone-column':
      return (
        <Trans>
          No column holds phone numbers, and without one nobody can be written to. Add the column and export again.
        </Trans>
      )
    case 'too-many-rows':
      return (
        <Plural
          value={failure.limit}
          one="It has more than # row."
          other="It has more than # rows. Split it and import the parts."
        />
      )
    case 'too-many-columns':
      return (
        <Plural
          value={failure.limit}
          one="It has more than # column."
          other="It has more than # columns. Remove those you do not need."
        />
      )
    case 'too-big':
      return <TooBig limit={failure.limit} />
    case 'broken-quotes':
      return <Trans>Its quotes do not close. Choose another separator, or export the file again.</Trans>
    default:
      return <TroubleText reason={failure.reason} />
  }
}

function TroubleText({ reason }: { reason: string }): ReactNode {
  switch (reason) {
    case 'stalled':
      return <Trans>The disk did not answer for a minute. If the file is on a network drive, copy it here first.</Trans>
    case 'storage-full':
      return <Trans>The disk of this device is full. Free some space and start again; nothing is imported twice.</Trans>
    case 'worker-failed':
      return <Trans>Parley failed on this file, which is our fault. What was imported before is kept.</Trans>
    default:
      return <Trans>The file could not be read. It may have been moved or deleted; choose it again.</Trans>
  }
}

function TooBig({ limit }: { limit: number }): ReactNode {
  const { bytes } = useFormats()
  const most = bytes(limit)
  return <Trans>It is larger than {most}. Split it and import the parts.</Trans>
}

function BinaryText({ kind }: { kind: BinaryKind }): ReactNode {
  switch (kind) {
    case 'xlsx':
    case 'xls':
      return <Trans>This is an Excel workbook. In Excel, choose Save as and then CSV UTF-8, and pick that file.</Trans>
    case 'zip':
    case 'gzip':
      return <Trans>This is a packed archive. Unpack it and pick the CSV file inside.</Trans>
    case 'pdf':
    case 'image':
      return <Trans>This is a document or a picture, not a table. Export the contacts as CSV.</Trans>
    case 'unknown':
      return <Trans>This is not a text file. Export the contacts as CSV.</Trans>
  }
}
