// Its own thread, because waiting for the disk on the main one would stop every socket meanwhile.
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads'
import { DOCUMENTS } from './documents-schema.ts'
import type { LogAnswer, LogRequest, LogRow } from './log-messages.ts'
import { LogWriter } from './log-writer.ts'
import { openDatabase, readDurability } from './open-database.ts'

const { file } = workerData as { file: string }
const db = openDatabase(file, DOCUMENTS)
const writer = new LogWriter(db)

/** Everything that waits: commits asked for while another was under way share a wait for the disk. */
function waiting(port: MessagePort, first: LogRequest): LogRequest[] {
  const requests = [first]
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
    requests.push(next.message as LogRequest)
  return requests
}

/** Carries out requests in order, commits that follow each other as one. */
function carryOut(requests: readonly LogRequest[], answer: (answer: LogAnswer) => void): void {
  let commits: (LogRequest & { kind: 'commit' })[] = []
  const commit = (): void => {
    const last = commits.at(-1)
    if (!last) return
    const rows: LogRow[] = commits.flatMap((request) => request.rows)
    answer({ requests: commits.length, seqs: writer.commit(rows, last.at) })
    commits = []
  }
  for (const request of requests) {
    if (request.kind === 'commit') {
      commits.push(request)
      continue
    }
    commit()
    if (request.kind === 'snapshot') writer.snapshot(request.doc, request.state)
    else db.close()
    answer({ requests: 1, seqs: new Map() })
  }
  commit()
}

const port = parentPort
let failed = false
port?.postMessage({ opened: readDurability(db) } satisfies LogAnswer)
port?.on('message', (first: LogRequest) => {
  // What comes after a failure may rest on what could not be stored.
  if (failed) return
  const answer = (it: LogAnswer): void => port.postMessage(it)
  try {
    carryOut(waiting(port, first), answer)
  } catch (error) {
    failed = true
    answer({ error })
  }
})
