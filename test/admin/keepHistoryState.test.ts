import { expect, test } from '@jest/globals'
import { keepHistoryState } from '../../src/admin/mends/keepHistoryState.ts'

test('an address that is put in place without a state keeps the state that there was, so that Back leads back', () => {
  const history = {
    state: { tree: 'the list' } as unknown,
    address: '',
    replaceState(state: unknown, _unused: string, url?: string | URL | null) {
      this.state = state
      this.address = String(url)
    },
  }
  keepHistoryState(history)
  history.replaceState(null, '', '/admin/collections/children?limit=10')
  expect([history.state, history.address]).toEqual([{ tree: 'the list' }, '/admin/collections/children?limit=10'])
  history.replaceState({ tree: 'a record' }, '', '/admin/collections/children/1')
  expect(history.state).toEqual({ tree: 'a record' })
})
