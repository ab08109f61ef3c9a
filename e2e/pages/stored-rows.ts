import type { Page } from 'playwright'

/** Reads and writes the extension's database as a page of its own does, without waking the engine. */

/** Stores `copies` lines made by `line` (`#` is the line's number) behind `header`, as the app stores a picked file. */
export function storeLines(page: Page, key: string, header: string, line: string, copies: number): Promise<void> {
  const lines = Array.from({ length: copies }, (_, i) => line.replaceAll('#', String(10_000_000 + i)))
  return storeText(page, key, [header, ...lines].join('\n'))
}

/** Stores a file. */
export function storeText(page: Page, key: string, text: string): Promise<void> {
  return page.evaluate(
    ([key, text]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('blob', 'readwrite')
          transaction.objectStore('blob').put({ key, blob: new Blob([text]) })
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    [key, text] as const,
  )
}

/** A row of `kv` as committed. */
export function storedValue(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (key) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const asked = opening.result.transaction('kv').objectStore('kv').get(key)
          asked.onsuccess = () => {
            opening.result.close()
            resolve((asked.result as { value: unknown } | undefined)?.value)
          }
        }
      }),
    key,
  )
}

/** How many rows the tables hold. */
export function storedCounts(page: Page, tables: readonly string[]): Promise<number[]> {
  return page.evaluate(
    (tables) =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(tables)
          const counts = tables.map((table) => transaction.objectStore(table).count())
          transaction.oncomplete = () => {
            opening.result.close()
            resolve(counts.map(({ result }) => result))
          }
        }
      }),
    [...tables],
  )
}

/** How many facts of each kind are durable in the queue, as far as its log has not been folded: `{ messages: 8, reserved: 2 }`. */
export function durableFacts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const asked = opening.result.transaction('log').objectStore('log').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            const rows = asked.result as { doc: string; keys: string[] }[]
            const counts: Record<string, number> = {}
            for (const key of rows.filter(({ doc }) => doc.startsWith('q/')).flatMap(({ keys }) => keys)) {
              const kind = key.includes('~') ? key.replace(/^.*[~.]/, '') : 'messages'
              counts[kind] = (counts[kind] ?? 0) + 1
            }
            resolve(counts)
          }
        }
      }),
  )
}
