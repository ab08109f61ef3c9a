import { asOpId, type DocMap, type OpId } from '../ids/index.ts'

/** Who has read, for the workspace, what WhatsApp forbids and what can happen to the number. */
export interface Acknowledged {
  /** ms since 1970. */
  readonly at: number
  /** Member. */
  readonly by: string
}

const KEY = 'notice'
const FORMAT = 1

/** `rule`: `notice` = `[format, at, by, opId]`. An unreadable one has not been read by anybody here. */
export function readNotice(rule: DocMap): Acknowledged | undefined {
  const [format, at, by, opId] = (rule.get(KEY) ?? []) as unknown[]
  return format === FORMAT && typeof at === 'number' && typeof by === 'string' && asOpId(String(opId))
    ? { at, by }
    : undefined
}

/** The first word stands: who has read it once has read it. */
export function acknowledgeNotice(rule: DocMap, { at, by }: Acknowledged, opId: OpId): void {
  if (!readNotice(rule)) rule.set(KEY, [FORMAT, at, by, opId])
}
