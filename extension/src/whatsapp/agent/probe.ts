import { CAPABILITIES, type Capability } from '../capabilities.ts'
import type { Missing, Report } from '../protocol.ts'
import { find, use } from './loader.ts'
import { MODULES, ROWS } from './modules.ts'
import { readState } from './state.ts'

interface Check {
  name: string
  capabilities: Capability[]
  holds: () => boolean
}

const SENDS: Capability[] = ['send.text', 'send.media']
const SAMPLE = { wid: '491510000000@c.us', id: '3EB0000000000000000000' }

/** Round trips without network: modules of the right shape that no longer mean the same are found here. */
const CHECKS: Check[] = [
  {
    name: 'a user id reads back as that user',
    capabilities: [...SENDS, 'resolve', 'open', 'policy', 'lookup'],
    holds: () => {
      const wid = use(MODULES.wids).createWid(SAMPLE.wid)
      return wid.isUser() && String(wid) === SAMPLE.wid
    },
  },
  {
    name: 'a message key reads back with our id',
    capabilities: [...SENDS, 'lookup'],
    holds: () => {
      const Key = use(MODULES.key).default
      const wid = use(MODULES.wids).createWid(SAMPLE.wid)
      const key = new Key({ from: wid, to: wid, id: SAMPLE.id, selfDir: 'out' })
      return key.id === SAMPLE.id && Key.fromString(String(key)).id === SAMPLE.id
    },
  },
  {
    name: 'chats are a list',
    capabilities: [...SENDS, 'open', 'lookup'],
    holds: () => Array.isArray(use(MODULES.collections).Chat.getModelsArray()),
  },
  {
    name: 'a sent message is called OK',
    capabilities: SENDS,
    holds: () => use(MODULES.sendResult).SendMsgResult.OK === 'OK',
  },
]

/** What this build of WhatsApp lets us do; never throws, patches nothing, sends nothing. */
export function probe(): Report {
  const missing = ROWS.flatMap((row) => find(row).problems)
  const failed = CHECKS.filter(({ holds }) => !survives(holds)).map(({ name, capabilities }) => ({
    check: name,
    capabilities: [...capabilities],
  }))
  return { version: readState().version, able: ableOf(missing, failed), missing, failed }
}

function survives(holds: () => boolean): boolean {
  try {
    return holds()
  } catch {
    return false
  }
}

/** A capability is there when nothing it stands on is missing or wrong. */
export function ableOf(missing: Pick<Missing, 'capabilities'>[], failed: Report['failed']): Capability[] {
  const lost = [...missing, ...failed].flatMap(({ capabilities }) => capabilities)
  return CAPABILITIES.filter((capability) => !lost.includes(capability))
}
