import type { ReactNode } from 'react'

/** A phone number reads left to right in every language. */
export function PhoneText({ phone }: { phone: string }): ReactNode {
  return (
    <bdi dir="ltr" data-numbers>
      {phone}
    </bdi>
  )
}
