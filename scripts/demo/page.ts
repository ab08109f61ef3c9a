import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result, Shot } from './result.ts'
import { ONE_DEVICE, sectionsOf, type Row, type Section } from './table.ts'

/** The result as one HTML file that needs nothing beside it: style and pictures are inside. */
export async function resultPage(result: Result, problems: readonly string[], folder: string): Promise<string> {
  const shots = await Promise.all(result.shots.map((shot) => figure(shot, folder)))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley demo: ${problems.length === 0 ? 'everything adds up' : 'something does not add up'}</title>
<style>${STYLE}</style>
<header>
  <p class="brand">Parley demo</p>
  <h1>${escape(headline(result, problems))}</h1>
  ${verdict(problems)}
  <p class="quiet">${escape(ONE_DEVICE)} Took ${String(Math.round(result.seconds))} seconds after set-up, in a real Chromium with the extension as it ships. WhatsApp Web was a stand-in on this machine; nobody was written to.</p>
</header>
<main>
  <section class="tables">${sectionsOf(result).map(table).join('')}</section>
  <section>
    <h2>What was sent</h2>
    <blockquote dir="auto">${escape(result.text)}</blockquote>
  </section>
  <section class="shots"><h2>How it looked</h2>${shots.join('')}</section>
</main>
</html>
`
}

function headline({ campaign }: Result, problems: readonly string[]): string {
  if (problems.length > 0) return 'Something does not add up'
  return `${campaign.sent.toLocaleString('en')} messages sent, every one accounted for`
}

function verdict(problems: readonly string[]): string {
  if (problems.length === 0)
    return '<p class="good">Doubles 0 · lost 0 · every row and every recipient is in exactly one place</p>'
  return `<ul class="bad">${problems.map((problem) => `<li>${escape(problem)}</li>`).join('')}</ul>`
}

function table({ title, rows }: Section): string {
  return `<table><caption>${escape(title)}</caption><tbody>${rows.map(line).join('')}</tbody></table>`
}

function line({ label, value, part, mustBeZero }: Row): string {
  const zero = mustBeZero === true ? ` class="${value === '0' ? 'good' : 'bad'}"` : ''
  return `<tr${part === true ? ' class="part"' : ''}><th scope="row">${escape(label)}</th><td${zero}>${escape(value)}</td></tr>`
}

async function figure({ file, caption }: Shot, folder: string): Promise<string> {
  const picture = (await readFile(join(folder, file))).toString('base64')
  const words = escape(caption)
  return `<figure><img src="data:image/png;base64,${picture}" alt="${words}"><figcaption>${words}</figcaption></figure>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1e293b; --quiet: #56657a; --line: #e2e8f0; --card: #fff; --ground: #f8fafc; --brand: #3b5bdb; --good: #087f5b; --bad: #c92a2a }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e8f0; --quiet: #a3b1c6; --line: #2a374b; --card: #141c2b; --ground: #0b101a; --brand: #91a7ff; --good: #63e6be; --bad: #ffa8a8 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header, main { max-width: 1120px; margin: 0 auto; padding: 0 24px }
header { padding-top: 48px }
h1 { margin: 4px 0 12px; font-size: 32px; line-height: 1.2; letter-spacing: -.01em }
h2 { margin: 0 0 12px; font-size: 18px }
section { margin: 40px 0 }
.brand { margin: 0; color: var(--brand); font-weight: 600 }
.quiet { color: var(--quiet); max-width: 72ch }
.good { color: var(--good); font-weight: 600 }
.bad { color: var(--bad); font-weight: 600 }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px; align-items: start }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 12px; border-collapse: separate; border-spacing: 0; padding: 4px 20px 12px }
caption { text-align: start; font-weight: 600; padding: 0 0 8px; overflow-wrap: anywhere }
th { text-align: start; font-weight: 500; padding: 6px 0 }
td { text-align: end; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap }
tr + tr > * { border-top: 1px solid var(--line) }
tr.part th { padding-inline-start: 20px; color: var(--quiet); font-weight: 400 }
tr.part td { font-weight: 400; color: var(--quiet) }
blockquote { margin: 0; padding: 16px 20px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; white-space: pre-wrap }
figure { margin: 0 0 32px }
img { display: block; width: 100%; border: 1px solid var(--line); border-radius: 12px }
figcaption { margin-top: 8px; color: var(--quiet) }
`
