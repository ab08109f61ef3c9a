import * as z from 'zod'
import type { DocMap, OpId } from '../ids/index.ts'
import { DEFAULT_PACING, type PacingPolicy } from './pacing.ts'

/** The pacing everybody in the workspace sends at. `changed` is absent while nobody has set it and the defaults hold. */
export interface StandingPacing {
  readonly policy: PacingPolicy
  readonly changed?: {
    /** ms since 1970. */
    readonly at: number
    /** Member. */
    readonly by: string
  }
}

const KEY = 'pacing'
const FORMAT = 1
const whole = z.int().min(0)
const stored = z
  .tuple([
    z.literal(FORMAT),
    z.object({
      spacing: z.object({ least: whole, most: whole }),
      warmPerDay: whole,
      coldPerDay: whole,
      unanswered: whole,
      hours: z.object({ days: z.array(z.int().min(0).max(6)), from: whole, to: whole }).nullable(),
    }),
    z.string(), // opId
    z.number(), // at
    z.string(), // by
  ])
  .rest(z.unknown())

/** `rule`: `pacing` = `[format, policy, opId, at, by]`. What cannot be read is the defaults: they are slow. */
export function readPacing(rule: DocMap): StandingPacing {
  const record = stored.safeParse(rule.get(KEY))
  if (!record.success) return { policy: DEFAULT_PACING }
  const [, { hours, ...policy }, , at, by] = record.data
  return { policy: { ...policy, hours: hours ?? undefined }, changed: { at, by } }
}

export function setPacing(
  rule: DocMap,
  { hours, ...policy }: PacingPolicy,
  { opId, at, by }: { readonly opId: OpId; readonly at: number; readonly by: string },
): void {
  rule.set(KEY, [FORMAT, { ...policy, hours: hours ?? null }, opId, at, by])
}
