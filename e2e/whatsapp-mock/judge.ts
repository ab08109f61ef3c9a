/** One transmission as the server saw it. `person` is the phone behind whichever id was used, so no alias can hide a double. */
export interface Transmission {
  seq: number
  /** Milliseconds since 1970. */
  at: number
  /** The linked browser profile it came from. */
  device: string
  id: string
  chat: string
  person: string | undefined
  text: string
  byHand: boolean
  outcome: 'accepted' | 'refused' | 'dropped'
  /** Why it was refused or dropped. */
  reason?: string
}

/** What the product says about one message when the run is quiet. */
export interface Claim {
  campaign: string
  /** Phone in any writing. */
  person: string
  id: string
  state: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'skipped' | 'cancelled' | 'uncertain' | 'unsettled'
}

interface Double {
  kind: 'two ids for one person' | 'one id accepted twice'
  campaign: string | undefined
  person: string | undefined
  ids: string[]
}

export interface Verdict {
  doubles: Double[]
  /** Called sent and never accepted, or unsettled and not uncertain. */
  lost: Claim[]
  /** Second and later transmissions of an id that had not been accepted before. */
  retries: Transmission[]
  /** Accepted, not by hand, and claimed by nobody. */
  unclaimed: Transmission[]
  clean: boolean
}

const CALLED_SENT = new Set<Claim['state']>(['sent', 'delivered', 'read', 'played'])

/** Compares what the product claims with what WhatsApp accepted. Pure; run it when nothing is under way. */
export function judge(log: readonly Transmission[], claims: readonly Claim[]): Verdict {
  const accepted = log.filter(({ outcome }) => outcome === 'accepted')
  const acceptedIds = new Set(accepted.map(({ id }) => id))
  const claimedIds = new Set(claims.map(({ id }) => id))
  const doubles = [...acceptedTwice(accepted, claims), ...twoIds(acceptedIds, claims)]
  const lost = claims.filter(
    ({ id, state }) => state === 'unsettled' || (CALLED_SENT.has(state) && !acceptedIds.has(id)),
  )
  const unclaimed = accepted.filter(({ id, byHand }) => !byHand && !claimedIds.has(id))
  const clean = doubles.length + lost.length + unclaimed.length === 0
  return { doubles, lost, retries: retriesIn(log), unclaimed, clean }
}

function acceptedTwice(accepted: readonly Transmission[], claims: readonly Claim[]): Double[] {
  return [...Map.groupBy(accepted, ({ id }) => id)].flatMap(([id, times]) => {
    if (times.length < 2) return []
    const campaign = claims.find((claim) => claim.id === id)?.campaign
    return [
      { kind: 'one id accepted twice' as const, campaign, person: times[0]?.person, ids: times.map((one) => one.id) },
    ]
  })
}

function twoIds(acceptedIds: ReadonlySet<string>, claims: readonly Claim[]): Double[] {
  const arrived = claims.filter(({ id }) => acceptedIds.has(id))
  const perPerson = Map.groupBy(arrived, ({ campaign, person }) => `${campaign} ${person.replace(/\D/g, '')}`)
  return [...perPerson.values()].flatMap((same) => {
    const ids = [...new Set(same.map(({ id }) => id))]
    const [first] = same
    if (ids.length < 2 || first === undefined) return []
    return [{ kind: 'two ids for one person' as const, campaign: first.campaign, person: first.person, ids }]
  })
}

function retriesIn(log: readonly Transmission[]): Transmission[] {
  const seen = new Set<string>()
  const accepted = new Set<string>()
  return log.filter(({ id, outcome }) => {
    const retry = seen.has(id) && !accepted.has(id)
    seen.add(id)
    if (outcome === 'accepted') accepted.add(id)
    return retry
  })
}
