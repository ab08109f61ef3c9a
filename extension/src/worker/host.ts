import type { HostOrder, ParserReport } from './protocol.ts'

/** Runs one worker per job; lives where workers exist, which in Chrome is not the engine's own context. */
export function parserHost(report: (message: ParserReport) => void): (order: HostOrder) => void {
  const workers = new Map<string, Worker>()

  function end(jobId: string): void {
    workers.get(jobId)?.terminate()
    workers.delete(jobId)
  }

  return (order) => {
    if (order.kind === 'stop') {
      end(order.jobId)
      return
    }
    const { jobId } = order.task
    if (workers.has(jobId)) return
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { type: 'module' })
    workers.set(jobId, worker)
    worker.addEventListener('message', ({ data }: MessageEvent<ParserReport | 'done'>) => {
      if (data === 'done' || data.kind === 'failed') end(jobId)
      if (data !== 'done') report(data)
    })
    worker.addEventListener('error', () => {
      end(jobId)
      report({ kind: 'crashed', jobId })
    })
    worker.postMessage(order.task)
  }
}
