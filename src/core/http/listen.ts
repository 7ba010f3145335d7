import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A server that accepts requests, the port it got, and the way to end it. */
export type RunningServer = {
  server: Server
  port: number
  /**
   * Accepts nothing new, lets the requests in flight finish for up to `graceMilliseconds`, then ends what is left.
   * Tells whether all finished in time.
   */
  stop: (given: { graceMilliseconds: number }) => Promise<{ finished: boolean }>
}

/**
 * Listens with `app` on `port` (0 for any free one). Throws one clear sentence when the port is taken or not permitted.
 * The time limits keep slow or silent clients from holding connections, and outlast the idle time of a proxy in front.
 */
export const listen = async ({
  app,
  port,
  host,
}: {
  app: RequestListener
  port: number
  host?: string
}): Promise<RunningServer> => {
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 75_000 }, app)
  const sockets = openSockets(server)
  const answers = openAnswers(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem) => reject(sentenceFor({ problem, port, host })))
    server.listen(port, host, resolve)
  })
  server.removeAllListeners('error')
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: ({ graceMilliseconds }) => stop({ server, sockets, answers, graceMilliseconds }),
  }
}

type Stopping = { server: Server; sockets: Set<Socket>; answers: Set<ServerResponse>; graceMilliseconds: number }

const stop = async ({ server, sockets, answers, graceMilliseconds }: Stopping): Promise<{ finished: boolean }> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const answer of answers) if (!answer.headersSent) answer.setHeader('Connection', 'close')
  const idle = setInterval(() => closeIdle({ server, sockets }), 50)
  let finished = true
  const patience = setTimeout(() => {
    finished = false
    for (const socket of sockets) socket.destroy()
  }, graceMilliseconds)
  await closed
  clearInterval(idle)
  clearTimeout(patience)
  return { finished }
}

/**
 * Browsers open connections ahead of need; those that never sent a byte are idle too, though Node does not count them
 * so.
 */
const closeIdle = ({ server, sockets }: { server: Server; sockets: Set<Socket> }): void => {
  server.closeIdleConnections()
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
}

/** Also those that were upgraded to web sockets, which the server itself no longer knows. */
const openSockets = (server: Server): Set<Socket> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

/** The answers not yet given: when we stop, they tell a proxy in front to use the connection no more. */
const openAnswers = (server: Server): Set<ServerResponse> => {
  const answers = new Set<ServerResponse>()
  server.prependListener('request', (_request, answer) => {
    answers.add(answer)
    answer.once('close', () => answers.delete(answer))
  })
  return answers
}

const sentenceFor = ({
  problem,
  port,
  host,
}: {
  problem: NodeJS.ErrnoException
  port: number
  host?: string
}): Error => {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already taken by another programme: stop that one, or set PORT to another number.`,
    EACCES: `This programme is not permitted to listen on port ${port}: set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address "${host ?? ''}" to listen on: leave the host out, or name an address of this machine.`,
  }
  return new Error(
    sentences[problem.code ?? ''] ?? `The programme cannot listen on port ${port} (${problem.code ?? problem.name}).`,
    { cause: problem },
  )
}
