// Updates acknowledged by the shipped server, each on the disk before its ack, beside Hocuspocus that stores nothing.
// `pnpm bench acks [updates per client] [rounds]`
import { startChild, type ChildServer } from './server-acks/child-server.ts'
import { openClient, type Seat } from './server-acks/clients.ts'
import { prepareOurs } from './server-acks/ours.ts'
import { compare, compareRates, load, printVerdicts } from './frame/statistics.ts'

const CLIENTS = 50
const updates = Number(process.argv[2] ?? 1000)
const rounds = Number(process.argv[3] ?? 5)

interface Pace {
  /** Acknowledged updates a second. */
  readonly rate: number
  /** The server's CPU for a thousand of them, ms. */
  readonly cpu: number
}

async function measure(server: ChildServer, path: string, seats: readonly Seat[]): Promise<Pace> {
  const url = server.url.replace('http', 'ws') + path
  const clients = await Promise.all(seats.map((seat) => openClient(url, seat, updates)))
  const [cpu, start] = [server.cpu(), performance.now()]
  await Promise.all(clients.map((client) => client.run()))
  const thousands = (seats.length * updates) / 1000
  const seconds = (performance.now() - start) / 1000
  const pace = { rate: (thousands * 1000) / seconds, cpu: (server.cpu() - cpu) / thousands }
  for (const client of clients) client.close()
  return pace
}

async function ours(): Promise<Pace> {
  await using prepared = await prepareOurs(CLIENTS)
  const pace = await measure(prepared.server, '/sync', prepared.seats)
  if (prepared.stored() !== CLIENTS * updates) throw new Error(`only ${String(prepared.stored())} updates are stored`)
  return pace
}

async function plain(): Promise<Pace> {
  await using server = await startChild('bench/server-acks/plain.ts', {})
  const seats = Array.from({ length: CLIENTS }, (_, at) => ({ document: `plain ${String(at)}`, token: 'any' }))
  return await measure(server, '/', seats)
}

const results: Record<'ours' | 'plain', Pace[]> = { ours: [], plain: [] }
for (let round = 0; round < rounds; round++) {
  for (const [name, subject] of [
    ['plain', plain],
    ['ours', ours],
  ] as const) {
    const pace = await subject()
    results[name].push(pace)
    console.log(
      `round ${String(round + 1)} ${name}: ${pace.rate.toFixed(0)} acked updates/s, ${pace.cpu.toFixed(0)} µs CPU each, load ${load()}`,
    )
  }
}

const step = (subject: keyof typeof results, pick: keyof Pace): number[] => results[subject].map((pace) => pace[pick])
printVerdicts([
  compareRates('durable acks', 'updates/s', step('ours', 'rate'), step('plain', 'rate'), 0.8),
  compare("server's CPU for 1,000 of them", step('ours', 'cpu'), step('plain', 'cpu'), 1.6),
])
