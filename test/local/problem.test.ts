import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { expect, test } from '@jest/globals'
import { explainStartFailure, startProblem } from '../../src/local/problem.ts'

const failureOf = (port: number): Promise<unknown> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, '127.0.0.1')
  })

test('a taken port is told in one sentence that names it', async () => {
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(4140, '127.0.0.1', resolve))
  expect(explainStartFailure(await failureOf(4140))).toBe(
    'Port 4140 is already in use by another program: stop that program, or choose another port.',
  )
  squatter.close()
})

test.each([
  ['a full disk', { code: 'ENOSPC' }, /^The disk is full: [^.]+\.$/],
  ['a full quota', { code: 'EDQUOT' }, /^The disk is full: [^.]+\.$/],
  ['a full disk that PostgreSQL met', { code: '53100' }, /^The disk is full: [^.]+\.$/],
  [
    'a port that needs more rights',
    { code: 'EACCES', syscall: 'listen', port: 80 },
    /^This account may not use port 80: [^.]+\.$/,
  ],
  [
    'a folder of another account',
    { code: 'EACCES', path: '/srv/project' },
    /^This account may not write \/srv\/project: [^.]+\.$/,
  ],
  [
    'a disk that is read only',
    { code: 'EROFS', path: '/srv/project' },
    /^\/srv\/project is on a disk that cannot be written: [^.]+\.$/,
  ],
])('%s is told in one sentence', (_what, details, sentence) => {
  expect(explainStartFailure(Object.assign(new Error('as the system says it'), details))).toMatch(sentence)
})

test('our own problems speak for themselves, and a fault of the program is left to its trace', async () => {
  expect(explainStartFailure(startProblem({ sentence: 'Do this.' }))).toBe('Do this.')
  expect(explainStartFailure(await readFile(tmpdir()).catch((error: unknown) => error))).toBeUndefined()
  expect(explainStartFailure(new TypeError('undefined is not a function'))).toBeUndefined()
  expect(explainStartFailure(undefined)).toBeUndefined()
})
