import * as tables from './20261130_092731_tables.ts'
import * as guards from './20261130_093000_guards.ts'
import * as firstWording from './20261130_093100_first_wording.ts'

export const migrations = [
  { up: tables.up, down: tables.down, name: '20261130_092731_tables' },
  { up: guards.up, down: guards.down, name: '20261130_093000_guards' },
  { up: firstWording.up, down: firstWording.down, name: '20261130_093100_first_wording' },
]
