import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { defineConfig } from 'eslint/config'

/** What a room may not reach, with the remedy in the message. Finer arrows (room doors, room order) are in `e2e/shape`. */
const closed = (patterns: { group: string[]; message: string }[]): unknown => ['error', { patterns }]

const fromShared = {
  group: ['**/extension/**', '**/sync-server/**', '#imports', 'wxt/*', 'node:*', 'react', 'dexie'],
  message: 'shared is pure: it knows neither browser nor Node. Pass what it needs as a parameter.',
}
const fromUi = {
  group: ['**/engine/!(calls.ts)', '**/engine/*/**', 'dexie', 'yjs'],
  message: 'The UI reaches the engine only through ui/kit/engine-client.ts and the types of engine/calls.ts.',
}
const whatsappOnly = {
  group: ['**/ui/**'],
  message: 'The engine does not know its screens. Push through a query instead.',
}

export default defineConfig(
  { ignores: ['.output', '.wxt', 'output', 'data', 'e2e/whatsapp-mock/page', '**/*.js', '**/*.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Parts are objects of closures: nothing in them reads `this`, so taking a method out of one is safe.
      '@typescript-eslint/unbound-method': 'off',
      // A function that answers a port is async by its type, whether or not today's body waits.
      '@typescript-eslint/require-await': 'off',
      // `Promise.withResolvers<void>()` is how one says it.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // '' is no value in a field of text, so `||` is meant there.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-properties': [
        'error',
        { object: 'it', property: 'only', message: 'A test alone hides the others.' },
        { object: 'it', property: 'skip', message: 'Nothing is skipped: fix it or delete it with a reason.' },
        { object: 'describe', property: 'skip', message: 'Nothing is skipped: fix it or delete it with a reason.' },
      ],
    },
  },
  { files: ['shared/**'], rules: { '@typescript-eslint/no-restricted-imports': closed([fromShared]) as never } },
  {
    files: ['extension/src/ui/**'],
    plugins: { 'react-hooks': hooks as never },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-restricted-imports': closed([fromUi]) as never,
    },
  },
  {
    files: ['extension/src/engine/**'],
    rules: { '@typescript-eslint/no-restricted-imports': closed([whatsappOnly]) as never },
  },
  // WhatsApp's own loader is called `require`, and its modules have no types.
  {
    files: ['e2e/whatsapp-mock/**'],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  // A test stands on both sides of an arrow at once.
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { '@typescript-eslint/no-restricted-imports': 'off' } },
  // A test that finds nothing there fails by itself.
  {
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'off',
    },
  },
  // A test names one long scenario; its length is the story.
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines-per-function': 'off' } },
)
