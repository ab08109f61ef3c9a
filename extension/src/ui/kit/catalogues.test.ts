import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'

/** The `msgid`s of a PO file with their `msgstr`s; the header has an empty id. */
async function catalogue(language: string): Promise<Map<string, string>> {
  const po = await readFile(new URL(`../../locales/${language}.po`, import.meta.url), 'utf8')
  const pairs = [...po.matchAll(/^msgid ((?:"(?:[^"\\]|\\.)*"\n)+)msgstr ((?:"(?:[^"\\]|\\.)*"\n?)+)/gm)]
  return new Map(pairs.map(([, id, text]) => [joined(id), joined(text)]))
}

/** Long texts stand on several quoted lines. */
function joined(lines = ''): string {
  return [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join('')
}

it('[UI2] every message has a translation in every language', async () => {
  const english = await catalogue('en')
  expect(english.size).toBeGreaterThan(200)
  for (const language of Object.keys(LANGUAGES)) {
    const translated = await catalogue(language)
    expect([...english.keys()].filter((id) => !translated.get(id))).toEqual([])
    expect([...translated.keys()].filter((id) => !english.has(id))).toEqual([])
  }
})

it('[UI2] a translation keeps the placeholders and tags of its message', async () => {
  // A plural form of one word, as in `one {recipient}`, is no placeholder.
  const mark = /(?<!\b(?:zero|one|two|few|many|other) )\{\w+[,}]|<\/?\d+\/?>/g
  const marks = (text: string): string[] => [...new Set(text.match(mark) ?? [])].sort()
  for (const [id, text] of await catalogue('ar')) expect([id, marks(text)]).toEqual([id, marks(id)])
})

it('[UI2] Arabic says every number in its own plural form', async () => {
  for (const [id, text] of await catalogue('ar')) {
    if (!id.includes(', plural,')) continue
    for (const form of ['zero {', 'one {', 'two {', 'few {', 'many {', 'other {']) expect(text).toContain(form)
  }
})
