import type { Kill, Result } from './result.ts'

/** The result as a person reads it; terminal and page show the same rows. */
export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

export interface Row {
  readonly label: string
  readonly value: string
  /** A part of the row above it. */
  readonly part?: boolean
  /** A count that has to be 0. */
  readonly mustBeZero?: boolean
}

export const ONE_DEVICE = 'One device; the second device and the sync server come next.'

export function sectionsOf(result: Result): Section[] {
  return [contactsOf(result), campaignOf(result), wireOf(result), killsOf(result.kills)]
}

export function plainTable(sections: readonly Section[]): string {
  const lines = sections.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map(
      ({ label, value, part }) => `  ${`${part === true ? '  ' : ''}${label}`.padEnd(44)}${value.padStart(9)}`,
    ),
  ])
  return [...lines, '', ONE_DEVICE].join('\n')
}

function contactsOf({ fileName, country, contacts, optedOutHere }: Result): Section {
  return {
    title: `Contacts from ${fileName}, national numbers read as ${country}`,
    rows: [
      row('rows', contacts.rows),
      row('imported', contacts.imported, true),
      row('merged', contacts.merged, true),
      row('rejected', contacts.rejected, true),
      ...(optedOutHere > 0 ? [row('opted out by the demo, the file has nobody', optedOutHere)] : []),
    ],
  }
}

function campaignOf({ campaign, reasons }: Result): Section {
  const because = (place: string): Row[] =>
    reasons.filter((each) => each.place === place).map(({ reason, count }) => row(inWords(reason), count, true))
  return {
    title: 'Campaign',
    rows: [
      row('recipients', campaign.recipients),
      row('sent', campaign.sent),
      row('of these delivered', campaign.delivered, true),
      row('of these read', campaign.read, true),
      row('skipped', campaign.skipped),
      ...because('skipped'),
      row('failed', campaign.failed),
      ...because('failed'),
      row('uncertain', campaign.uncertain),
      ...because('uncertain'),
      row('cancelled', campaign.cancelled),
    ],
  }
}

function wireOf({ wire }: Result): Section {
  return {
    title: 'What WhatsApp recorded',
    rows: [
      row('messages accepted', wire.messages),
      { ...row('doubles', wire.duplicates), mustBeZero: true },
      { ...row('lost', wire.lost), mustBeZero: true },
      row('retries', wire.retries),
    ],
  }
}

function killsOf(kills: readonly Kill[]): Section {
  return {
    title: 'Engine killed in the middle; it went on by itself',
    rows: kills.map(({ sent, waiting, toSend }, n) => ({
      label: `kill ${String(n + 1)}: ${String(sent)} sent, ${String(waiting)} waiting`,
      value: `${String(Math.round((100 * sent) / toSend))} %`,
    })),
  }
}

function row(label: string, count: number, part = false): Row {
  return { label, value: count.toLocaleString('en'), part }
}

function inWords(reason: string): string {
  return reason.replaceAll('-', ' ').replace('whatsapp', 'WhatsApp')
}
