import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { OperationKind } from '../../engine/calls.ts'

/** What was done, in two or three words. */
export function OperationName({ kind }: { kind: OperationKind }): ReactNode {
  switch (kind) {
    case 'create':
      return <Trans>Added</Trans>
    case 'edit':
      return <Trans>Edited</Trans>
    case 'tag':
      return <Trans>Tags changed</Trans>
    case 'delete':
      return <Trans>Deleted</Trans>
    case 'restore':
      return <Trans>Restored</Trans>
    case 'import':
      return <Trans>Imported</Trans>
    case 'opt-out':
      return <Trans>Opted out</Trans>
    case 'opt-in':
      return <Trans>Consent recorded</Trans>
    case 'undo':
      return <Trans>Undone</Trans>
  }
}
