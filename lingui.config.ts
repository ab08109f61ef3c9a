import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ar'],
  catalogs: [
    { path: '<rootDir>/extension/src/locales/{locale}', include: ['extension/src/ui', 'extension/src/entrypoints'] },
  ],
})
