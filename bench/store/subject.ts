import type { BenchContact } from '../frame/contacts.ts'

/** One product under test, in a page of its own. Every method resolves when its effect is durable. */
export interface Subject {
  /** Stores all contacts, durable and ready to be searched and filtered. */
  store(contacts: readonly BenchContact[]): Promise<void>
  /** The first 50 names that hold `text` anywhere. */
  search(text: string): Promise<string[]>
  /** The first 50 contacts of a tag by name. */
  tagPage(tag: string): Promise<string[]>
}
