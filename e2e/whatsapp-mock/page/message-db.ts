import type { Ack, WireMessage } from '../wire-types.ts'

export type StoredMessage = WireMessage & { key: string }

/** Thrown when a key is stored a second time; WhatsApp's own guard against sending twice. */
export class DuplicateMessageError extends Error {
  override readonly name = 'DuplicateMessageError'
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('model-storage', 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('message', { keyPath: 'key' }).createIndex('chat', 'chat')
      request.result.createObjectStore('lid-pn', { keyPath: 'lid' })
    })
    settled(request, resolve, reject)
  })
  return opened
}

function settled<T>(request: IDBRequest<T>, resolve: (value: T) => void, reject: (error: unknown) => void): void {
  request.addEventListener('success', () => {
    resolve(request.result)
  })
  request.addEventListener('error', () => {
    reject(request.error ?? new Error('IndexedDB failed'))
  })
}

async function run<T>(
  store: 'message' | 'lid-pn',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(store, mode, { durability: 'strict' })
  const done = finished(transaction)
  const request = work(transaction.objectStore(store))
  const result = new Promise<T>((resolve, reject) => {
    settled(request, resolve, reject)
  })
  await Promise.all([done, result])
  return result
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => {
      resolve()
    })
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new Error('aborted'))
    })
  })
}

/** `add`, never `put`: the key is unique, and two spellings of one message (phone and LID) are two keys. */
export async function storeMessages(messages: readonly StoredMessage[]): Promise<void> {
  for (const message of messages)
    await run('message', 'readwrite', (store) => store.add(message)).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'ConstraintError')
        throw new DuplicateMessageError(message.key)
      throw error
    })
}

/** Read and written in one transaction, so a receipt and a failure that come together cannot undo each other. */
export async function updateAck(key: string, next: (known: Ack) => Ack): Promise<void> {
  const transaction = (await open()).transaction('message', 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('message')
  const request = store.get(key) as IDBRequest<StoredMessage | undefined>
  request.addEventListener('success', () => {
    const known = request.result
    if (known !== undefined) store.put({ ...known, ack: next(known.ack) })
  })
  await finished(transaction)
}

export async function readMessage(key: string): Promise<StoredMessage | undefined> {
  return (await run('message', 'readonly', (store) => store.get(key))) as StoredMessage | undefined
}

export async function readAll(): Promise<StoredMessage[]> {
  return (await run('message', 'readonly', (store) => store.getAll())) as StoredMessage[]
}

export async function readChat(chat: string): Promise<StoredMessage[]> {
  const found = await run('message', 'readonly', (store) => store.index('chat').getAll(chat))
  return (found as StoredMessage[]).sort((a, b) => a.t - b.t)
}

export interface Mapping {
  lid: string
  phone: string
}

export async function storeMapping(mapping: Mapping): Promise<void> {
  await run('lid-pn', 'readwrite', (store) => store.put(mapping))
}

export async function readMappings(): Promise<Mapping[]> {
  return (await run('lid-pn', 'readonly', (store) => store.getAll())) as Mapping[]
}
