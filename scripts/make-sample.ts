/** Writes `e2e/fixtures/contacts-sample.csv` and, beside it, what importing it must come to. */
import { writeFile } from 'node:fs/promises'
import { contactsSample } from './sample/contacts-sample.ts'

const { csv, expected } = contactsSample()
const fixture = new URL('../e2e/fixtures/contacts-sample', import.meta.url).pathname
await writeFile(`${fixture}.csv`, csv)
await writeFile(`${fixture}.json`, `${JSON.stringify(expected, null, 2)}\n`)
