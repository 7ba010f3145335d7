import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from '@jest/globals'
import { stopInOrder } from '../../src/local/stopping.ts'

test('things stop one after another, PostgreSQL last, even when one fails or hangs', async () => {
  const stopped: string[] = []
  const lines: string[] = []
  const step = (name: string, stop: () => Promise<void> = async () => undefined) => ({
    name,
    limit: 100,
    stop: async () => {
      stopped.push(`${name} begins`)
      await stop()
      stopped.push(`${name} has stopped`)
    },
  })
  const well = await stopInOrder({
    steps: [
      step('The web server', () => new Promise((resolve) => setTimeout(resolve, 30))),
      step('The worker', () => Promise.reject(new Error('It was busy'))),
      step('The mailbox', () => new Promise(() => undefined)),
      step('PostgreSQL'),
    ],
    report: (line) => lines.push(line),
  })
  expect(well).toBe(false)
  expect(stopped).toEqual([
    'The web server begins',
    'The web server has stopped',
    'The worker begins',
    'The mailbox begins',
    'PostgreSQL begins',
    'PostgreSQL has stopped',
  ])
  expect(lines).toEqual([
    'The worker did not stop cleanly: It was busy',
    'The mailbox did not stop cleanly: not within 0.1 s',
  ])
})

const waiting = (milliseconds: number): string => `
  import { stopInOrder, stopOnSignal } from './src/local/stopping.ts'
  const step = { name: 'Work', stop: () => new Promise((resolve) => setTimeout(resolve, ${milliseconds})) }
  stopOnSignal({ stop: () => stopInOrder({ steps: [step], report: console.log }), exit: (code) => process.exit(code) })
  setInterval(() => {}, 1000)
  console.log('ready')
`

const codeAfter = async ({
  script,
  signals,
}: {
  script: string
  signals: { signal: NodeJS.Signals; after: number }[]
}): Promise<unknown> => {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await once(createInterface({ input: child.stdout }), 'line')
  for (const { signal, after } of signals) {
    await new Promise((resolve) => setTimeout(resolve, after))
    child.kill(signal)
  }
  return (await exited)[0]
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s stops everything before the program ends', async (signal) => {
  expect(await codeAfter({ script: waiting(200), signals: [{ signal, after: 0 }] })).toBe(0)
})

test('the same Ctrl-C passed on twice stops once, and a second one later leaves at once', async () => {
  const [twice, impatient] = await Promise.all([
    codeAfter({
      script: waiting(500),
      signals: [
        { signal: 'SIGINT', after: 0 },
        { signal: 'SIGINT', after: 50 },
      ],
    }),
    codeAfter({
      script: waiting(60_000),
      signals: [
        { signal: 'SIGINT', after: 0 },
        { signal: 'SIGINT', after: 2300 },
      ],
    }),
  ])
  expect({ twice, impatient }).toEqual({ twice: 0, impatient: 130 })
})
