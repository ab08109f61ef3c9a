/** An account number of which only the ends show: enough to tell two apart, not enough to read over a shoulder. */
export function maskAccount(account: string): string {
  if (account.length < 8) return account
  return `${account.slice(0, 3)} ••• ${account.slice(-3)}`
}
