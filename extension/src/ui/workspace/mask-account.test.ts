import { expect, it } from 'vitest'
import { maskAccount } from './mask-account.ts'

it('[UI6] an account number shows only its ends', () => {
  expect(maskAccount('+34600123456')).toBe('+34 ••• 456')
  expect(maskAccount('')).toBe('')
})
