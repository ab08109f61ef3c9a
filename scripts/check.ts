// `pnpm check`: lint, format, types, dead code, translations.
import { runSteps, type Step } from './steps.ts'

const step = (name: string, command: string, ...args: string[]): Step => ({ name, command, args })

const steps = [
  step('wxt types', 'wxt', 'prepare'),
  step('types', 'tsc', '-p', '.'),
  step('types shared', 'tsc', '-p', 'shared'),
  step('types shared, pure', 'tsc', '-p', 'shared/tsconfig.pure.json'),
  step('types server', 'tsc', '-p', 'sync-server'),
  step('eslint', 'eslint', '.', '--max-warnings', '0'),
  step('prettier', 'prettier', '--check', '--log-level', 'warn', '.'),
  step('knip', 'knip'),
  // Fails when a screen says something the committed catalogues do not hold: it would show as a hash.
  step('translations', 'lingui', 'extract', '--clean'),
  step('translations kept', 'git', 'diff', '--exit-code', '--stat', 'extension/src/locales'),
]

process.exitCode = runSteps(steps) ? 0 : 1
