import { checkTemplate, canPublish, type TemplateProblem } from '@parley/shared/templates'
import type { ImportJob } from '../../extension/src/engine/calls.ts'
import { insist } from '../../e2e/pages/engine-port.ts'
import type { ParleyApp } from '../../e2e/pages/parley-app.ts'
import { Refused } from './refused.ts'

/** What a person does in Parley's own screens. */

const once = (): string => crypto.randomUUID()

/** Imports the file as the wizard reads it. Throws Refused with what the wizard says is wrong with the file. */
export async function importFile(app: ParleyApp, path: string): Promise<ImportJob> {
  const problem = await app.pickFile(path)
  if (problem !== undefined) throw new Refused(`--contacts ${path}: ${problem}`)
  await app.startButton.click()
  await app.page.waitForURL(/#\/import\/\w+/)
  const jobId = app.page.url().split('/').at(-1)
  for (;;) {
    const job = (await insist(app.page, once(), 'import.jobs', {})).find((each) => each.jobId === jobId)
    if (job?.state === 'done') return job
    if (job?.state === 'failed') throw new Refused(`--contacts ${path}: the import stopped (${job.error ?? 'unknown'})`)
    await app.page.waitForTimeout(100)
  }
}

/** Opts people out where the file has opted out nobody, so that a campaign has somebody to leave out. */
export async function optSomeOut(app: ParleyApp, people: number): Promise<number> {
  const { matching } = await insist(app.page, once(), 'contacts.page', { consent: 'out', limit: 1 })
  if (matching > 0) return 0
  const few = Math.min(3, Math.floor(people / 4))
  await app.go('/contacts')
  for (let at = 0; at < few; at++) {
    await app.openContact(at)
    await app.optOut()
    await app.page.keyboard.press('Escape')
    await app.drawer.waitFor({ state: 'detached' })
  }
  return few
}

/** Throws Refused with the first thing that keeps the text from being published. */
export async function checkText(app: ParleyApp, path: string | undefined, body: string): Promise<void> {
  const variables = await insist(app.page, once(), 'templates.variables', {})
  const names = variables.map(({ name }) => name)
  const check = checkTemplate(body, names)
  if (canPublish(check)) return
  const [problem] = check.problems.filter(({ code }) => code !== 'missing-default')
  if (problem) throw new Refused(`--template ${path ?? ''}: ${inWords(problem)}. It may ask for ${names.join(', ')}`)
}

function inWords(problem: TemplateProblem): string {
  const { line, column, code } = problem
  const name = 'name' in problem ? ` "${problem.name}"` : ''
  const meant = 'suggestion' in problem ? `, perhaps meant: ${problem.suggestion}` : ''
  return `line ${String(line)}, column ${String(column)}: ${code.replaceAll('-', ' ')}${name}${meant}`
}
