import type { ImportCounts, Kill, Result } from './result.ts'

/** What the shipped sample must come to. */
export interface Expected extends ImportCounts {
  readonly optedOut: number
}

/** With fewer messages than this, "between 20 and 80 %" is not something one can aim at. */
const ENOUGH_TO_KILL_IN = 10
const KILLS = 2

/** Everything that does not add up, a sentence each; empty when all does. */
export function notAddingUp(result: Result, expected?: Expected): string[] {
  return [
    ...ofContacts(result),
    ...ofCampaign(result),
    ...ofWire(result),
    ...ofKills(result.kills, result.campaign.recipients - result.campaign.skipped),
    ...(expected ? ofSample(result, expected) : []),
  ]
}

function ofContacts({ contacts, campaign }: Result): string[] {
  const { rows, imported, merged, rejected } = contacts
  return [
    ...differ('rows', rows, 'imported + merged + rejected', imported + merged + rejected),
    ...differ('recipients', campaign.recipients, 'imported contacts', imported),
  ]
}

function ofCampaign({ campaign, reasons, receipts, unsettled }: Result): string[] {
  const { recipients, sent, skipped, failed, uncertain, cancelled } = campaign
  const sum = sent + skipped + failed + uncertain + cancelled
  const because = (place: string): number =>
    reasons.filter((reason) => reason.place === place).reduce((total, { count }) => total + count, 0)
  return [
    ...differ('recipients', recipients, 'sent + skipped + failed + uncertain + cancelled', sum),
    ...differ('messages neither settled nor readable', unsettled, 'expected', 0),
    ...differ('skipped', skipped, 'the sum over its reasons', because('skipped')),
    ...differ('failed', failed, 'the sum over its reasons', because('failed')),
    ...differ('delivered', campaign.delivered, 'told by WhatsApp', receipts.delivered),
    ...differ('read', campaign.read, 'told by WhatsApp', receipts.read),
  ]
}

function ofWire({ wire, campaign, unclaimed }: Result): string[] {
  return [
    ...differ('messages accepted by WhatsApp', wire.messages, 'sent', campaign.sent),
    ...differ('duplicates', wire.duplicates, 'expected', 0),
    ...differ('lost', wire.lost, 'expected', 0),
    ...differ('messages that nobody claims', unclaimed, 'expected', 0),
  ]
}

function ofKills(kills: readonly Kill[], toSend: number): string[] {
  const between = kills.filter(({ sent, toSend: all }) => sent >= 0.2 * all && sent <= 0.8 * all)
  if (toSend < ENOUGH_TO_KILL_IN || between.length >= KILLS) return []
  return [`the engine was killed ${String(between.length)} times between 20 and 80 %, expected ${String(KILLS)}`]
}

function ofSample({ contacts, reasons }: Result, { optedOut, ...expected }: Expected): string[] {
  const out = reasons.find(({ reason }) => reason === 'opted-out')?.count ?? 0
  return [
    ...differ('rows of the sample', contacts.rows, 'counted by hand', expected.rows),
    ...differ('imported of the sample', contacts.imported, 'counted by hand', expected.imported),
    ...differ('merged of the sample', contacts.merged, 'counted by hand', expected.merged),
    ...differ('rejected of the sample', contacts.rejected, 'counted by hand', expected.rejected),
    ...differ('opted out of the sample', out, 'counted by hand', optedOut),
  ]
}

function differ(what: string, is: number, other: string, shouldBe: number): string[] {
  return is === shouldBe ? [] : [`${what}: ${String(is)}, but ${other}: ${String(shouldBe)}`]
}
