import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startFaultProxy, type FaultProxy } from './faultProxy.ts'
import { waitUntil } from './waitUntil.ts'

let echo: Server
let arrived = ''
let proxy: FaultProxy

beforeEach(async () => {
  arrived = ''
  echo = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      arrived += chunk.toString()
      socket.write(`answer to ${chunk.toString()}`)
    })
  })
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  proxy = await startFaultProxy({ targetPort: (echo.address() as AddressInfo).port })
})
afterEach(async () => {
  await proxy.stop()
  await new Promise((resolve) => echo.close(resolve))
})

const open = (): { socket: Socket; heard: () => string; closed: () => boolean } => {
  const socket = connect(proxy.port, '127.0.0.1')
  let heard = ''
  let closed = false
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.on('close', () => (closed = true))
  return { socket, heard: () => heard, closed: () => closed }
}

test('passes bytes both ways, and keeps user, database and parameters of an address', async () => {
  const { socket, heard } = open()
  socket.write('BEGIN')
  await waitUntil({ what: 'the answer', holds: () => heard() === 'answer to BEGIN' })
  expect(proxy.openConnections()).toBe(1)
  expect(proxy.through('postgres://mentoring_web:secret@localhost:5432/mentoring?application_name=tests')).toBe(
    `postgres://mentoring_web:secret@127.0.0.1:${proxy.port}/mentoring?application_name=tests`,
  )
})

test('cuts what is open, and refuses until told otherwise', async () => {
  const first = open()
  await waitUntil({ what: 'the connection', holds: () => proxy.openConnections() === 1 })
  expect(proxy.cutConnections()).toBe(1)
  await waitUntil({ what: 'the cut', holds: first.closed })
  proxy.setMode('refuse')
  const second = open()
  await waitUntil({ what: 'the refusal', holds: second.closed })
  proxy.setMode('pass')
  const third = open()
  third.socket.write('again')
  await waitUntil({ what: 'the answer', holds: () => third.heard() === 'answer to again' })
})

test('stalls without closing, then delivers what it held', async () => {
  const { socket, heard, closed } = open()
  await once(socket, 'connect')
  await waitUntil({ what: 'the connection', holds: () => proxy.openConnections() === 1 })
  proxy.setMode('stall')
  socket.write('COMMIT')
  await pause(100)
  expect({ heard: heard(), closed: closed(), arrived }).toEqual({ heard: '', closed: false, arrived: '' })
  proxy.setMode('pass')
  await waitUntil({ what: 'the answer', holds: () => heard() === 'answer to COMMIT' })
})

test.each([
  { deliver: true, expected: 'BEGIN;COMMIT' },
  { deliver: false, expected: 'BEGIN;' },
])('cuts one connection at given words, delivered: $deliver', async ({ deliver, expected }) => {
  const cut = proxy.cutNext({ direction: 'to-server', at: { words: 'COMMIT' }, deliver })
  const { socket, closed, heard } = open()
  socket.write('BEGIN;')
  await waitUntil({ what: 'the first answer', holds: () => heard() !== '' })
  socket.write('COMMIT')
  await cut
  await waitUntil({ what: 'the cut', holds: closed })
  await waitUntil({ what: 'the bytes', holds: () => arrived === expected })
  expect(heard()).toBe('answer to BEGIN;')
  const next = open()
  next.socket.write('COMMIT')
  await waitUntil({ what: 'the next connection unharmed', holds: () => next.heard() === 'answer to COMMIT' })
})

test('drops half-way through an answer', async () => {
  const cut = proxy.cutNext({ direction: 'to-client', at: { bytes: 6 }, deliver: false })
  const { socket, heard, closed } = open()
  socket.write('SELECT')
  await cut
  await waitUntil({ what: 'the cut', holds: closed })
  expect(heard()).toBe('answer')
})
