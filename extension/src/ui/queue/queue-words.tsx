import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { FailReason, PacingReason, Place, SkipReason, UncertainReason, WaitReason } from '@parley/shared/queue'
import type { CampaignState, SenderQueue } from '../../engine/calls.ts'

// The words for every closed code of campaigns and the queue, in one place: whoever adds a code is told here by the types.

type Words<Code extends string> = Readonly<Record<Code, MessageDescriptor>>

export const STATE_WORDS: Words<CampaignState> = {
  preparing: msg`Getting ready`,
  running: msg`Running`,
  waiting: msg`Waiting`,
  paused: msg`Paused`,
  stopping: msg`Cancelling`,
  stopped: msg`Cancelled`,
  done: msg`Done`,
}

export const PLACE_WORDS: Words<Place> = {
  waiting: msg`Waiting`,
  uncertain: msg`Uncertain`,
  sent: msg`Sent`,
  sentByWord: msg`Sent, by your word`,
  delivered: msg`Delivered`,
  read: msg`Read`,
  played: msg`Played`,
  failed: msg`Failed`,
  skipped: msg`Left out`,
  cancelled: msg`Cancelled`,
  unreadable: msg`Written by a newer Parley`,
}

export const SKIP_WORDS: Words<SkipReason> = {
  'opted-out': msg`Opted out`,
  'no-consent': msg`Has not agreed to be written to`,
  'no-number': msg`No phone number`,
  'same-person': msg`Gets it under another contact`,
  render: msg`The message lacks something for this contact`,
  unknown: msg`Left out for a reason this Parley does not know`,
}

export const FAIL_WORDS: Words<FailReason> = {
  'not-on-whatsapp': msg`This number is not on WhatsApp`,
  blocked: msg`WhatsApp does not let this account write to this person`,
  'reach-out': msg`WhatsApp refused it: this person has not written to you`,
  refused: msg`WhatsApp refused it`,
  'render-mismatch': msg`WhatsApp would have shown another text`,
  'ack-failed': msg`WhatsApp could not send it`,
  'ack-expired': msg`It was too old for WhatsApp to send`,
  'ack-gone': msg`It is no longer in WhatsApp`,
  'ack-too-big': msg`It is too long for WhatsApp`,
  'ack-unuploadable': msg`WhatsApp could not upload it`,
  'ack-inactive': msg`The account was not active in WhatsApp`,
  'ack-downgrade': msg`This WhatsApp Web is too old to send it`,
  'given-up': msg`Somebody gave it up`,
  unknown: msg`Failed for a reason this Parley does not know`,
}

export const UNCERTAIN_WORDS: Words<UncertainReason> = {
  'take-over': msg`Another device was sending and may have sent it`,
  clock: msg`WhatsApp has it and has not passed it on for 10 minutes`,
  session: msg`WhatsApp Web was linked anew since, so its messages may be missing here`,
  'no-witness': msg`WhatsApp's history here is not complete enough to say`,
  disappearing: msg`This chat deletes its messages, so it cannot be looked up`,
  'too-old': msg`It was handed to WhatsApp too long ago to look up`,
  unknown: msg`Nothing tells whether it was sent`,
}

export const WAIT_WORDS: Words<WaitReason | PacingReason> = {
  'no-lease': msg`Waiting for the right to send from this account`,
  held: msg`Held until somebody says that this device may send`,
  'catching-up': msg`Reading what other devices have sent`,
  'no-page': msg`WhatsApp Web of this account is not open`,
  account: msg`WhatsApp Web is logged in with another number`,
  stream: msg`WhatsApp Web has no connection`,
  'not-synced': msg`WhatsApp Web is still loading its messages`,
  missing: msg`This WhatsApp Web lacks what Parley needs to send`,
  'not-before': msg`Waiting for its time`,
  running: msg`WhatsApp is sending a message`,
  'no-look-up': msg`WhatsApp does not say whether the last message was sent`,
  'not-resolved': msg`WhatsApp does not say whether a number is on WhatsApp`,
  clock: msg`The last message is still on its way to WhatsApp`,
  'limits-unknown': msg`WhatsApp's own limits cannot be read, so nothing is sent`,
  timelock: msg`WhatsApp has limited this account for a while`,
  cap: msg`WhatsApp's limit for new chats is reached`,
  warning: msg`WhatsApp has warned this account`,
  'reach-out': msg`Held, because WhatsApp refused a message to somebody new`,
  'clock-jump': msg`Held, because the clock of this device jumped`,
  unanswered: msg`These people have not answered the last messages`,
  'cold-off': msg`Writing to people who have not written lately is switched off`,
  'warm-budget': msg`Today's messages are used up`,
  'cold-budget': msg`Today's messages to people who have not written lately are used up`,
  hours: msg`Waiting for business hours`,
  spacing: msg`Pausing between two messages`,
}

export const HELD_WORDS: Words<NonNullable<SenderQueue['held']>> = {
  'reach-out': msg`WhatsApp refused a message to somebody who has not written to you (its code is 463). Sending on makes the limit longer. Wait a day, then write only to people who know you.`,
  'clock-jump': msg`The clock of this device jumped by more than five minutes. Check that date and time are right: the limits for a day and business hours go by them.`,
}

/** The sentence for why a message is where it is, whichever of the three lists the reason is from. */
export function useReasonText(): (place: Place, reason: SkipReason | FailReason | UncertainReason) => string {
  const { i18n } = useLingui()
  return (place, reason) => i18n._(wordFor(place, reason))
}

function wordFor(place: Place, reason: string): MessageDescriptor {
  const words: Partial<Record<string, MessageDescriptor>> =
    place === 'skipped' ? SKIP_WORDS : place === 'uncertain' ? UNCERTAIN_WORDS : FAIL_WORDS
  return words[reason] ?? FAIL_WORDS.unknown
}
