import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import type { CallError } from '../../engine/calls.ts'
import { RejectReason } from './reject-reason.tsx'

/** What happened and what to do, for every reason the engine gives. */
export function CallErrorText({ error }: { error: CallError }): ReactNode {
  switch (error.reason) {
    case 'no-workspace':
      return <Trans>There is no workspace on this device yet. Open the app and create one.</Trans>
    case 'workspace-exists':
      return <Trans>This device has a workspace already. Reload the page to see it.</Trans>
    case 'forbidden':
      return <Trans>Your role does not allow this. Nothing was changed.</Trans>
    case 'not-found':
      return <Trans>It is no longer there; somebody may have deleted it.</Trans>
    case 'duplicate':
      return <Trans>Another contact already has this number. Nothing was changed.</Trans>
    case 'invalid-field':
      return <InvalidField problem={error.problem} />
    case 'name-taken':
      return <Trans>This name is taken. Choose another one.</Trans>
    case 'no-alias':
      return <Trans>Consent belongs to a phone number, and this contact has none. Add the number first.</Trans>
    case 'already-undone':
      return <Trans>This was undone already.</Trans>
    case 'import-file-gone':
      return <Trans>The file is no longer stored here. Choose it again.</Trans>
    case 'template-problems':
      return <Trans>The text has problems. Fix them, then publish; the draft is kept.</Trans>
    case 'nothing-changed':
      return <Trans>The latest version says the same already.</Trans>
    default:
      return <CampaignErrorText reason={error.reason} />
  }
}

/** Why a campaign does not start. */
function CampaignErrorText({ reason }: { reason: string }): ReactNode {
  switch (reason) {
    case 'review-changed':
      return <Trans>Contacts have changed since you looked. Nothing was sent; look at the new numbers.</Trans>
    case 'nobody':
      return <Trans>Nobody of these people would get it. Nothing was sent.</Trans>
    case 'notice-needed':
      return <Trans>Read what WhatsApp forbids first. Nothing was sent.</Trans>
    case 'no-sender':
      return <Trans>No WhatsApp account is connected. Open WhatsApp Web and log in; nothing was sent.</Trans>
    default:
      return <TroubleText reason={reason} />
  }
}

/** Nothing the person did: the store, the version or a fault of ours. */
function TroubleText({ reason }: { reason: string }): ReactNode {
  switch (reason) {
    case 'storage-full':
      return (
        <Trans>The disk of this device is full. What was saved before is kept; free some space and try again.</Trans>
      )
    case 'storage-unavailable':
      return <Trans>The browser does not let Parley open its storage. Restart the browser and try again.</Trans>
    case 'update-parley':
      return <Trans>These data were written by a newer Parley. Update this one to go on.</Trans>
    default:
      return (
        <Trans>Something in Parley went wrong. What was saved before is kept; try again, or reload the page.</Trans>
      )
  }
}

function InvalidField({ problem }: { problem: string }): ReactNode {
  return (
    <>
      <RejectReason reason={problem} />. <Trans>Nothing was changed.</Trans>
    </>
  )
}
