import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'

interface FilterWords {
  /** What is typed behind the variable. */
  readonly text: string
  /** Where the caret goes: where a person has to say more, else behind it. */
  readonly caret: number
  readonly words: ReactNode
}

export const DEFAULT = ' | default: ""'

function filter(text: string, words: ReactNode, caret = text.length): FilterWords {
  return { text, caret, words }
}

/** Every filter a body may use. */
export const FILTERS: readonly FilterWords[] = [
  filter(DEFAULT, <Trans>Text where it is empty</Trans>, DEFAULT.length - 1),
  filter(' | first_word', <Trans>Only the first word</Trans>),
  filter(' | capitalize', <Trans>First letter as a capital</Trans>),
  filter(' | upper', <Trans>All capitals</Trans>),
  filter(' | lower', <Trans>All small letters</Trans>),
  filter(' | date: "long"', <Trans>A date in words</Trans>),
  filter(' | money: "EUR"', <Trans>An amount of money</Trans>),
]
