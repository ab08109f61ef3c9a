import { expect, it } from 'vitest'
import { fullBucket, takeOne, type Bucket } from './flood.ts'

function take(bucket: Bucket, count: number, now: number): { allowed: number; bucket: Bucket } {
  let allowed = 0
  for (let n = 0; n < count; n++) {
    const taken = takeOne(bucket, now)
    bucket = taken.bucket
    if (taken.allowed) allowed++
  }
  return { allowed, bucket }
}

it('[SE11] a flood is cut at the burst, and reading goes on at a steady rate', () => {
  const flooded = take(fullBucket(0), 50_000, 0)
  expect(flooded.allowed).toBe(3_000)
  expect(take(flooded.bucket, 50_000, 1_000).allowed).toBe(1_000)
})

it('[SE11] a clock that jumps back gives nothing away', () => {
  const empty = take(fullBucket(10_000), 3_000, 10_000).bucket
  expect(takeOne(empty, 0).allowed).toBe(false)
})
