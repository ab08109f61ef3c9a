import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright'

const require = createRequire(import.meta.url)
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResults {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/**
 * What axe finds wrong in one frame, a line each. Run through the debugger, which our pages' CSP does not bind, because
 * AxeBuilder cannot reach the panel: its frame stands in a closed shadow root.
 */
export async function violations(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(source)
  const { violations: found } = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}
