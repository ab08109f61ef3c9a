export { openDatabase, type ParleyDb } from './db.ts'
export { StoreError } from './errors.ts'
export { tidyWhenIdle } from './idle.ts'
export type { Derived } from './derived.ts'

export { Store } from './store.ts'
export type { Touched, Work } from './work.ts'
