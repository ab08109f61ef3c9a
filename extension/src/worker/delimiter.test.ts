import { expect, it } from 'vitest'
import { detectLayout } from './delimiter.ts'

it('[CO31] many short rows with every cell in quotes do not make a wrong delimiter give the file up', () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => `"Name ${at}","+3461000${at}","VIP;Bakery"`)
  expect(detectLayout(['"Name","Phone","Tags"', ...rows].join('\n'), undefined).delimiter).toBe(',')
})
