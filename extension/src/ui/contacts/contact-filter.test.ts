import { describe, expect, it } from 'vitest'
import { NO_FILTER, isNarrowed, queryOf, sortedBy, withTag } from './contact-filter.tsx'

describe('contact filter', () => {
  it('turns a column round on the second click and starts another one ascending', () => {
    const once = sortedBy(NO_FILTER, 'phone')
    expect(once).toMatchObject({ sort: 'phone', descending: false })
    const twice = sortedBy(once, 'phone')
    expect(twice).toMatchObject({ sort: 'phone', descending: true })
    expect(sortedBy(twice, 'created')).toMatchObject({ sort: 'created', descending: false })
  })

  it('adds a tag on the first click and takes it off on the second', () => {
    const tagged = withTag(NO_FILTER, 'vip')
    expect(tagged.tags).toEqual(['vip'])
    expect(withTag(tagged, 'vip').tags).toEqual([])
  })

  it('does not count spaces as a search', () => {
    expect(isNarrowed({ ...NO_FILTER, search: '  ' })).toBe(false)
    expect(isNarrowed({ ...NO_FILTER, operation: 'op' })).toBe(true)
  })

  it('asks the engine only for what was chosen', () => {
    expect(queryOf({ ...NO_FILTER, search: ' ana ' })).toEqual({
      search: 'ana',
      tags: [],
      sort: 'name',
      descending: false,
    })
    expect(queryOf({ ...NO_FILTER, operation: 'op' })).toHaveProperty('operation', 'op')
  })
})
