import { defineConfig } from 'wxt'
import react from '@vitejs/plugin-react'
import { lingui } from '@lingui/vite-plugin'
import { manifest } from './extension/manifest.ts'

export default defineConfig({
  srcDir: 'extension/src',
  // Both resolve from the root, not from srcDir.
  publicDir: 'extension/public',
  modulesDir: 'extension/modules',
  outDir: '.output',
  vite: () => ({
    plugins: [react(), lingui({ macroTransform: true, failOnMissing: true, failOnCompileError: true })],
    // Hidden: shipped beside the build for the kill-point harness and for reading a user's stack traces.
    build: { sourcemap: 'hidden' },
  }),
  manifest: ({ browser }) => manifest(browser),
})
