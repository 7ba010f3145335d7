import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { listen } from '../../../src/core/http/listen.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { rawRequest } from './rawRequest.ts'

const host = '127.0.0.1'

const slowApp = () => {
  const state = { inFlight: 0, release: () => undefined as void }
  const held = new Promise<void>((resolve) => (state.release = resolve))
  return {
    state,
    app: (_request: IncomingMessage, response: ServerResponse) => {
      state.inFlight += 1
      void held.then(() => response.end('done'))
    },
  }
}

const textFrom = ({ port, agent }: { port: number; agent?: Agent }): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ host, port, agent }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () => resolve(text))
    }).on('error', reject)
  })

describe('starting', () => {
  test('takes a free port and tells which', async () => {
    const running = await listen({ app: (_request, response) => response.end('here'), port: 0, host })
    expect(await textFrom({ port: running.port })).toBe('here')
    await running.stop({ graceMilliseconds: 1_000 })
  })

  test('on a port that is taken says so in one sentence', async () => {
    const other = createServer().listen(0, host)
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    await expect(listen({ app: () => undefined, port, host })).rejects.toThrow(
      `Port ${port} is already taken by another programme: stop that one, or set PORT to another number.`,
    )
    other.close()
  })

  test("on an address that is not this machine's says so in one sentence", async () => {
    await expect(listen({ app: () => undefined, port: 0, host: '203.0.113.1' })).rejects.toThrow(
      'This machine has no address "203.0.113.1" to listen on',
    )
  })
})

describe('stopping', () => {
  test('lets the request in flight finish, accepts no other, and ends idle connections at once', async () => {
    const { app, state } = slowApp()
    const running = await listen({ app, port: 0, host })
    const idle = connect(running.port, host)
    const idleEnded = new Promise((resolve) => idle.once('close', resolve))
    const agent = new Agent({ keepAlive: true })
    const answer = textFrom({ port: running.port, agent })
    await waitUntil({ what: 'the request', holds: () => state.inFlight === 1 })
    const stopped = running.stop({ graceMilliseconds: 10_000 })
    await idleEnded
    await expect(textFrom({ port: running.port })).rejects.toThrow('ECONNREFUSED')
    state.release()
    expect(await answer).toBe('done')
    expect(await stopped).toEqual({ finished: true })
    agent.destroy()
  })

  test('tells a proxy in front, with the answer in flight, to use the connection no more', async () => {
    const { app, state } = slowApp()
    const running = await listen({ app, port: 0, host })
    const answer = rawRequest({ port: running.port, text: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n' })
    await waitUntil({ what: 'the request', holds: () => state.inFlight === 1 })
    const stopped = running.stop({ graceMilliseconds: 10_000 })
    state.release()
    expect(await answer).toMatch(/\r\nConnection: close\r\n/i)
    await stopped
  })

  test('does not wait for a connection that is merely kept alive', async () => {
    const running = await listen({ app: (_request, response) => response.end('here'), port: 0, host })
    const agent = new Agent({ keepAlive: true })
    await textFrom({ port: running.port, agent })
    const before = performance.now()
    expect(await running.stop({ graceMilliseconds: 10_000 })).toEqual({ finished: true })
    expect(performance.now() - before).toBeLessThan(1_000)
    agent.destroy()
  })

  test('ends what will not finish when the grace is over, and says so', async () => {
    const { app, state } = slowApp()
    const running = await listen({ app, port: 0, host })
    const answer = expect(textFrom({ port: running.port })).rejects.toThrow('socket hang up')
    await waitUntil({ what: 'the request', holds: () => state.inFlight === 1 })
    expect(await running.stop({ graceMilliseconds: 100 })).toEqual({ finished: false })
    await answer
  })

  test('also ends connections that were upgraded', async () => {
    const running = await listen({ app: () => undefined, port: 0, host })
    running.server.on('upgrade', (_request, socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n'),
    )
    const client = connect(running.port, host, () =>
      client.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n'),
    )
    await new Promise((resolve) => client.once('data', resolve))
    const closed = new Promise((resolve) => client.once('close', resolve))
    expect(await running.stop({ graceMilliseconds: 100 })).toEqual({ finished: false })
    await closed
  })
})
