// `pnpm bench [store | acks] [numbers]`
import { argv } from 'node:process'

const benches: Record<string, () => Promise<unknown>> = {
  store: () => import('./store.ts'),
  acks: () => import('./server-acks.ts'),
}

const chosen = argv[2] !== undefined && argv[2] in benches ? argv.splice(2, 1).join('') : 'store'
if (argv.slice(2).some((word) => !/^\d+$/.test(word)))
  throw new Error(`usage: bench [${Object.keys(benches).join(' | ')}] [numbers]`)
await benches[chosen]?.()
