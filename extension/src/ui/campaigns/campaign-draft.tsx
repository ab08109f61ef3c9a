import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import type { Audience, Input } from '../../engine/calls.ts'

export const STEPS = ['audience', 'message', 'pace', 'review'] as const
export type Step = (typeof STEPS)[number]

/** A campaign on its way to the review; nothing of it is stored before it starts. */
export interface CampaignDraft {
  readonly step: Step
  readonly audience: Audience
  /** A template's published version. */
  readonly message: { readonly templateId: string; readonly version: number; readonly name: string } | undefined
  /** As typed; undefined: the suggested one. */
  readonly name: string | undefined
  /** The account it goes out from; undefined: the only one. */
  readonly sender: string | undefined
}

const NEW_CAMPAIGN: CampaignDraft = {
  step: 'audience',
  audience: { kind: 'everyone' },
  message: undefined,
  name: undefined,
  sender: undefined,
}

/** What the engine is asked about it; undefined while no message is chosen. */
export function planOf({ audience, message, sender }: CampaignDraft): Input<'campaigns.review'> | undefined {
  if (!message) return undefined
  const { templateId, version } = message
  return { audience, templateId, version, ...(sender !== undefined && { sender }) }
}

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'review'
}

export function stepBefore(step: Step): Step {
  return STEPS[STEPS.indexOf(step) - 1] ?? 'audience'
}

interface DraftContext {
  readonly draft: CampaignDraft
  readonly change: (part: Partial<CampaignDraft>) => void
  readonly startAnew: () => void
}

const Context = createContext<DraftContext | undefined>(undefined)

/** Above the routes: whoever mends a contact or the pace on the way comes back to the same draft. */
export function CampaignDraftProvider({ children }: { children: ReactNode }): ReactNode {
  const [draft, setDraft] = useState(NEW_CAMPAIGN)
  const value = useMemo(
    () => ({
      draft,
      change: (part: Partial<CampaignDraft>) => {
        setDraft((before) => ({ ...before, ...part }))
      },
      startAnew: () => {
        setDraft(NEW_CAMPAIGN)
      },
    }),
    [draft],
  )
  return <Context value={value}>{children}</Context>
}

export function useCampaignDraft(): DraftContext {
  const value = use(Context)
  if (!value) throw new Error('useCampaignDraft stands outside <CampaignDraftProvider>')
  return value
}
