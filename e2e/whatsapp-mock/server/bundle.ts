import { join } from 'node:path'
import { build } from 'vite'

let built: Promise<string> | undefined

/** The page's script, bundled once per process and unminified: wa-js tells modules apart by their source text. */
export function pageScript(): Promise<string> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(import.meta.dirname, '..', 'page'),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(import.meta.dirname, '..', 'page', 'main.ts'), formats: ['iife'], name: 'WhatsAppMock' },
    },
  })
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const chunk = output.find((one) => one.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('The mock page did not bundle to one script')
  return chunk.code
}
