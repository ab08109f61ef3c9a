// `pnpm demo`: Parley's main job from a file of contacts to messages that are accounted for, in a real browser.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBrowsers } from './browsers.ts'
import { notAddingUp, type Expected } from './demo/checks.ts'
import { helpText, readOptions, type DemoOptions } from './demo/options.ts'
import { resultPage } from './demo/page.ts'
import { Refused } from './demo/refused.ts'
import type { Result } from './demo/result.ts'
import { runDemo } from './demo/run.ts'
import { setStage } from './demo/stage.ts'
import { plainTable, sectionsOf } from './demo/table.ts'

const say = (line: string): void => {
  console.log(line)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') say(helpText())
  else process.exitCode = (await demo(options)) ? 0 : 1
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 2
}

/** True if everything adds up. */
async function demo(options: DemoOptions): Promise<boolean> {
  ensureBrowsers(['chromium'])
  await using stage = await setStage(options.output, options.headed, say)
  const result = await runDemo(stage, options, say)
  const problems = notAddingUp(result, options.contacts.isSample ? expectedOfSample(options.country) : undefined)
  const page = join(options.output, 'result.html')
  writeFileSync(page, await resultPage(result, problems, options.output))
  say(plainTable(sectionsOf(result)))
  for (const problem of problems) say(`DOES NOT ADD UP: ${problem}`)
  say(
    `\n${problems.length === 0 ? 'Everything adds up.' : 'Something does not add up.'} The result with pictures: ${page}`,
  )
  if (options.json) say(JSON.stringify(asJson(result, options)))
  if (options.headed) await leftOpen()
  return problems.length === 0
}

/** The part that does not stand yet (a second device, the server's totals) is absent, not zero. */
function asJson({ contacts, campaign, wire }: Result, { output }: DemoOptions): object {
  return { contacts, campaign, wire, output }
}

/** Counted by hand for national numbers of one country; undefined for another. */
function expectedOfSample(wanted: string): Expected | undefined {
  const { country, rows, imported, merged, rejected, optedOut } = JSON.parse(
    readFileSync('e2e/fixtures/contacts-sample.json', 'utf8'),
  ) as Omit<Expected, 'optedOut'> & { country: string; optedOut: string[] }
  if (country !== wanted) return undefined
  return { rows, imported, merged, rejected, optedOut: optedOut.length }
}

async function leftOpen(): Promise<void> {
  say('The window stays open; Ctrl+C ends it.')
  for (;;) await sleep(60_000)
}
