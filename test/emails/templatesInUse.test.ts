import { expect, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emailNames } from '../../emails/index.ts'

const programme = fileURLToPath(new URL('../../src/programme', import.meta.url))

test('every message that the programme asks for has a template: without one it would wait for three days and fail', async () => {
  const files = (await readdir(programme, { recursive: true })).filter((file) => /(^|\/)messages\.ts$/.test(file))
  const asked = (await Promise.all(files.map(async (file) => await readFile(join(programme, file), 'utf8')))).flatMap((source) => [...source.matchAll(/template: '([^']+)'/g)].map(([, name]) => String(name)))
  expect(asked.length).toBeGreaterThan(8)
  expect(asked.filter((name) => !(emailNames as string[]).includes(name))).toEqual([])
})
