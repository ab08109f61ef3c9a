import { expect, inject, it } from 'vitest'
import { launchFirefox, type Firefox } from '../harness/firefox.ts'

/** Asks the engine over a port of its own; an event page that was stopped is asked again. */
async function ask(firefox: Firefox, app: string, name: string, input: object): Promise<unknown> {
  const message = JSON.stringify({ id: crypto.randomUUID(), name, input })
  const answer = await firefox.evaluate(
    app,
    `new Promise((resolve) => {
      const port = browser.runtime.connect({ name: 'parley' })
      port.onMessage.addListener((answer) => { resolve(JSON.stringify(answer)); port.disconnect() })
      port.onDisconnect.addListener(() => resolve('null'))
      port.postMessage(${message})
    })`,
  )
  const reply = JSON.parse(String(answer)) as { ok: boolean; value: unknown } | null
  if (reply === null) return ask(firefox, app, name, input)
  if (!reply.ok) throw new Error(`${name} was refused: ${String(answer)}`)
  return reply.value
}

/** Stores a file of `rows` people as the app stores a picked one. */
async function storePeople(firefox: Firefox, app: string, key: string, rows: number): Promise<void> {
  await firefox.evaluate(
    app,
    `new Promise((resolve, reject) => {
      const lines = Array.from({ length: ${String(rows)} }, (_, i) => 'Person ' + i + ',+49151' + (10_000_000 + i))
      const opening = indexedDB.open('parley')
      opening.onerror = reject
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('blob', 'readwrite')
        transaction.objectStore('blob').put({ key: '${key}', blob: new Blob([['name,phone', ...lines].join('\\n')]) })
        transaction.oncomplete = () => { opening.result.close(); resolve(null) }
      }
    })`,
  )
}

it('[CO38] Firefox reads a file in a worker of its event page', async () => {
  await using firefox = await launchFirefox({ builds: inject('builds'), mockPort: 9 })
  const app = await firefox.openExtensionPage('app.html')
  await expect
    .poll(() => firefox.evaluate(app, 'document.querySelector("#root")?.textContent ?? ""').catch(() => ''), {
      timeout: 30_000,
    })
    .toContain('Parley')
  await ask(firefox, app, 'workspace.create', { name: 'Bakery', country: 'DE' })
  const blobKey = `import/${String(Date.now())}-e2e`
  await storePeople(firefox, app, blobKey, 2_500)
  const mapping = { 0: 'field:fullName', 1: 'phone:1' }
  await ask(firefox, app, 'import.start', { blobKey, fileName: 'people.csv', country: 'DE', mapping })
  await expect
    .poll(() => ask(firefox, app, 'import.jobs', {}), { timeout: 60_000 })
    .toMatchObject([{ state: 'done', rows: 2_500, imported: 2_500, merged: 0, rejected: 0 }])
  expect(await ask(firefox, app, 'contacts.page', { limit: 1 })).toMatchObject({ total: 2_500 })
})
