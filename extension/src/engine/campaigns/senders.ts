import { asE164, type E164 } from '@parley/shared/ids'
import type { Sender } from '../calls.ts'

/** The accounts logged in in connected WhatsApp tabs, each once. */
export function accountsOf(senders: readonly Sender[]): E164[] {
  return [...new Set(senders.flatMap(({ account }) => asE164(account) ?? []))].sort()
}

/** The account to send from: the one asked for if it is connected, else the only one; undefined where that is open. */
export function chosenSender(accounts: readonly E164[], asked: string | undefined): E164 | undefined {
  if (asked !== undefined) return accounts.find((account) => account === asked)
  return accounts.length === 1 ? accounts[0] : undefined
}
