/** Everything a test can make go wrong between the page and WhatsApp. */
export type FailureKind =
  /** The connection breaks before WhatsApp has it. */
  | 'transport-error'
  /** WhatsApp accepts, and the answer never arrives. */
  | 'response-lost'
  /** The call resolves with ERROR_NETWORK and nothing was accepted. */
  | 'error-network'
  /** WhatsApp accepts, and no ack or receipt ever comes. */
  | 'never-acks'
  /** WhatsApp neither accepts nor answers. */
  | 'swallowed'
  /** The tab dies after the message is stored and before it is sent. */
  | 'crash-after-store'
  /** The tab dies after WhatsApp accepted and before the page knows. */
  | 'crash-after-accept'
  /** Receipts arrive backwards and twice. */
  | 'receipts-shuffled'
  /** `queryWidExists` throws ServerStatusCodeError 503. */
  | 'resolve-error'
  | `nack-${number}`

interface Planned {
  kind: FailureKind
  left: number
  person: string | undefined
}

/** A queue of planned failures: the first that fits the person is used and counted down. */
export class Failures {
  readonly #planned: Planned[] = []

  plan(kind: FailureKind, { times = 1, person }: { times?: number; person?: string | undefined } = {}): void {
    this.#planned.push({ kind, left: times, person })
  }

  take(fits: (kind: FailureKind) => boolean, person: string | undefined): FailureKind | undefined {
    const found = this.#planned.find(
      (one) => one.left > 0 && fits(one.kind) && (one.person === undefined || one.person === person),
    )
    if (found !== undefined) found.left -= 1
    return found?.kind
  }

  clear(): void {
    this.#planned.length = 0
  }
}
