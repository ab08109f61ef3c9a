import { asE164 } from '@parley/shared/ids'
import { CallFailure } from '../calls/failure.ts'
import type { CommandHandlers, QueryHandlers } from '../calls/handlers.ts'
import { paceKey, readPace, writePace } from './pace-row.ts'
import type { RunnerRoom } from './runner-room.ts'

export function queueCommands(room: RunnerRoom): Pick<CommandHandlers, 'queue.release'> {
  return {
    async 'queue.release'(work, { account }) {
      const sender = asE164(account)
      if (!sender) throw new CallFailure({ reason: 'not-found' })
      const row = readPace((await work.row('kv', paceKey(sender)))?.value)
      const free = { ...row, reachOutAt: undefined, clockJumpAt: undefined }
      work.put('kv', { key: paceKey(sender), value: writePace(free, work.now) })
      work.afterCommit(() => {
        room.wake()
      })
      return null
    },
  }
}

export function queueQueries(room: RunnerRoom): Pick<QueryHandlers, 'queue.state'> {
  return {
    'queue.state': {
      run: () => Promise.resolve(room.senders()),
      watch: (changed) => room.onChange(changed),
    },
  }
}
