import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { startProcess } from './process.ts'
import { waitUntil } from './waitUntil.ts'

const script = 'test/support/fixtures/smallServer.ts'

test('is ready on a line, stops on being asked, and keeps what was printed', async () => {
  const running = await startProcess({ script, environment: { PORT: '0' }, readyWhen: { line: /listening on \d+/ } })
  expect(running.output()).toMatch(/^listening on \d+\n$/)
  expect(running.isRunning()).toBe(true)
  expect(await running.stop()).toEqual({ code: 0, signal: null })
  expect(running.output()).toContain('stopped in order')
  expect(running.isRunning()).toBe(false)
})

test('is ready on HTTP 200, dies at once by kill -9 without a word, and starts again on the same port', async () => {
  const plan = { script, environment: { PORT: '4301' }, readyWhen: { url: 'http://127.0.0.1:4301/ready' } }
  const first = await startProcess(plan)
  expect(await first.kill()).toEqual({ code: null, signal: 'SIGKILL' })
  await first.ended
  expect(first.output()).not.toContain('stopped in order')
  const second = await startProcess(plan)
  expect(second.processId).not.toBe(first.processId)
  await second.stop()
})

test('leaves nothing of a killed process behind in its group', async () => {
  const running = await startProcess({
    script,
    environment: { PORT: '0', STARTS: 'another' },
    readyWhen: { line: /listening on \d+/ },
  })
  const another = Number(/started (\d+)/.exec(running.output())?.[1])
  expect(process.kill(another, 0)).toBe(true)
  await running.kill()
  // Not a signal of zero: an orphan that is dead may stay listed where nobody collects it.
  await waitUntil({
    what: 'the other process to end',
    holds: async () => !/^State:\s+[^Z]/m.test(await readFile(`/proc/${another}/status`, 'utf8').catch(() => '')),
  })
})

test('names the output of a process that ends before it is ready', async () => {
  await expect(
    startProcess({ script, environment: { PORT: 'nonsense' }, readyWhen: { line: /listening/ } }),
  ).rejects.toThrow(/ended before it was ready \(code 1\)[\s\S]*nonsense is no port/)
})

test('kills a process that is never ready', async () => {
  const startedAt = performance.now()
  await expect(
    startProcess({ script, environment: { PORT: '0' }, readyWhen: { line: /never said/ }, timeoutMilliseconds: 1500 }),
  ).rejects.toThrow('was not ready in time')
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})
