import type { ContactId } from '@parley/shared/ids'

/** Who has a number, among contacts that are not deleted. */
export interface PhoneBook {
  /** `phone` is E.164. Of several the one with the smallest id. */
  holder(phone: string): ContactId | undefined
}
