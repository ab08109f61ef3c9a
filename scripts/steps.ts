import { spawnSync } from 'node:child_process'

export interface Step {
  name: string
  command: string
  args: string[]
}

/** Runs every step even when one fails, prints the minutes of each, and answers whether all were green. */
export function runSteps(steps: readonly Step[]): boolean {
  const results = steps.map(runStep)
  console.log('\nsuite                 minutes  result')
  for (const { name, minutes, ok } of results)
    console.log(`${name.padEnd(20)}  ${minutes.toFixed(2).padStart(7)}  ${ok ? 'ok' : 'FAILED'}`)
  return results.every(({ ok }) => ok)
}

function runStep({ name, command, args }: Step): { name: string; minutes: number; ok: boolean } {
  console.log(`\n── ${name}: ${command} ${args.join(' ')}`)
  const start = performance.now()
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, CI: '1' } })
  if (error) console.error(error)
  return { name, minutes: (performance.now() - start) / 60_000, ok: status === 0 }
}
