import * as initial from './20261123_191548_initial.ts'
import * as guards from './20261123_191600_guards.ts'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261123_191548_initial' },
  { up: guards.up, down: guards.down, name: '20261123_191600_guards' },
]
