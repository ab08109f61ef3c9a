// `pnpm test`: everything a fresh machine needs, then every test. Arguments choose suites by name.
import { ensureBrowsers } from './browsers.ts'
import { runSteps, type Step } from './steps.ts'

const vitest = (project: string, ...files: string[]): Step => ({
  name: [project, ...files].join(' '),
  command: 'vitest',
  args: ['run', '--project', project, ...files],
})

const suites = [
  vitest('unit'),
  vitest('server'),
  vitest('e2e', 'e2e/whatsapp-mock'),
  vitest('e2e', 'e2e/specs'),
  vitest('e2e', 'e2e/firefox'),
]

ensureBrowsers()
const wanted = process.argv.slice(2)
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
process.exitCode = runSteps(chosen) ? 0 : 1
