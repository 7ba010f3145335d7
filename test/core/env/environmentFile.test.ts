import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { loadEnvironmentFile } from '../../../src/core/env/environmentFile.ts'

let folder = ''
const before = { ...process.env }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'environment-file-'))
})

afterEach(async () => {
  for (const name of ['MADE_UP_ONE', 'MADE_UP_TWO']) delete process.env[name]
  Object.assign(process.env, before)
  await rm(folder, { recursive: true })
})

test('the file adds what is not set and leaves what is', async () => {
  process.env.MADE_UP_ONE = 'from outside'
  await writeFile(join(folder, '.env'), 'MADE_UP_ONE=from the file\nMADE_UP_TWO="two words"\n')
  loadEnvironmentFile({ path: join(folder, '.env') })
  expect(process.env.MADE_UP_ONE).toBe('from outside')
  expect(process.env.MADE_UP_TWO).toBe('two words')
})

test('no file is no trouble', () => {
  expect(() => loadEnvironmentFile({ path: join(folder, '.env') })).not.toThrow()
})

test('a file that cannot be read is told in one sentence', () => {
  expect(() => loadEnvironmentFile({ path: folder })).toThrow(/^The settings file .* cannot be read: check/)
})
