import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * 'pass' forwards everything; 'refuse' closes every connection as soon as it is taken; 'stall' takes bytes and forwards
 * none.
 */
type ProxyMode = 'pass' | 'refuse' | 'stall'

/** Which way bytes flow: from the client to the server behind the proxy, or back. */
export type ProxyDirection = 'to-server' | 'to-client'

/** The moment at which the proxy cuts one connection, once. */
type CutPoint = {
  direction: ProxyDirection
  /** Cut when a chunk holds these words ('COMMIT'), or after this many further bytes of one connection. */
  at: { words: string } | { bytes: number }
  /**
   * Whether the chunk that meets the point is still forwarded before the cut: sent but its answer lost, or never sent.
   */
  deliver: boolean
}

export type FaultProxy = {
  port: number
  /** The given connection address with the proxy in place of its host and port. */
  through: (connectionUrl: string) => string
  setMode: (mode: ProxyMode) => void
  /** Cuts every open connection now. Returns how many. */
  cutConnections: () => number
  /** Cuts the next connection that reaches the point; the promise settles when it has. */
  cutNext: (point: CutPoint) => Promise<void>
  openConnections: () => number
  stop: () => Promise<void>
}

type Line = { client: Socket; server: Socket; forwarded: Record<ProxyDirection, number> }
type PendingCut = { point: CutPoint; done: () => void }

/** A TCP proxy on loopback in front of a server (PostgreSQL, SMTP) that can cut, stall or drop half-way. */
export const startFaultProxy = async ({
  targetPort,
  targetHost = '127.0.0.1',
}: {
  targetPort: number
  targetHost?: string
}): Promise<FaultProxy> => {
  const lines = new Set<Line>()
  let mode: ProxyMode = 'pass'
  let pendingCut: PendingCut | undefined

  const cut = (line: Line): void => {
    lines.delete(line)
    line.client.destroy()
    line.server.destroy()
  }

  const forward = ({ line, chunk, direction }: { line: Line; chunk: Buffer; direction: ProxyDirection }): void => {
    const target = direction === 'to-server' ? line.server : line.client
    const cutting = pendingCut
    if (cutting && cutting.point.direction === direction && reaches({ point: cutting.point, line, chunk })) {
      pendingCut = undefined
      const finish = (): void => {
        cut(line)
        cutting.done()
      }
      const part = cutting.point.deliver ? chunk : untilPoint({ point: cutting.point, line, chunk })
      // The write is flushed to the other side before the line is cut, so that "delivered" is true.
      if (part.length > 0) target.end(part, finish)
      else finish()
      return
    }
    line.forwarded[direction] += chunk.length
    const source = direction === 'to-server' ? line.client : line.server
    if (!target.write(chunk)) {
      source.pause()
      target.once('drain', () => mode !== 'stall' && source.resume())
    }
  }

  const proxy = createServer((client) => {
    if (mode === 'refuse') {
      client.destroy()
      return
    }
    const server = connect({ port: targetPort, host: targetHost })
    const line: Line = { client, server, forwarded: { 'to-server': 0, 'to-client': 0 } }
    lines.add(line)
    for (const socket of [client, server]) {
      socket.setNoDelay(true)
      socket.on('error', () => cut(line))
      socket.on('close', () => cut(line))
    }
    client.on('data', (chunk) => forward({ line, chunk, direction: 'to-server' }))
    server.on('data', (chunk) => forward({ line, chunk, direction: 'to-client' }))
    if (mode === 'stall') holdBack(line)
  })
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject)
    proxy.listen(0, '127.0.0.1', resolve)
  })
  const { port } = proxy.address() as AddressInfo

  const cutConnections = (): number => {
    const open = [...lines]
    open.forEach(cut)
    return open.length
  }

  return {
    port,
    through: (connectionUrl) => {
      const address = new URL(connectionUrl)
      address.hostname = '127.0.0.1'
      address.port = String(port)
      return address.href
    },
    setMode: (next) => {
      mode = next
      for (const line of lines) {
        if (next === 'stall') holdBack(line)
        else letGo(line)
      }
    },
    cutConnections,
    cutNext: (point) =>
      new Promise((resolve) => {
        for (const line of lines) line.forwarded = { 'to-server': 0, 'to-client': 0 }
        pendingCut = { point, done: resolve }
      }),
    openConnections: () => lines.size,
    stop: async () => {
      const closed = new Promise<void>((resolve) => proxy.close(() => resolve()))
      cutConnections()
      await closed
    },
  }
}

const reaches = ({ point, line, chunk }: { point: CutPoint; line: Line; chunk: Buffer }): boolean =>
  'words' in point.at
    ? chunk.includes(point.at.words)
    : line.forwarded[point.direction] + chunk.length >= point.at.bytes

const untilPoint = ({ point, line, chunk }: { point: CutPoint; line: Line; chunk: Buffer }): Buffer =>
  'words' in point.at
    ? Buffer.alloc(0)
    : chunk.subarray(0, Math.max(0, point.at.bytes - line.forwarded[point.direction]))

const holdBack = (line: Line): void => {
  line.client.pause()
  line.server.pause()
}

const letGo = (line: Line): void => {
  line.client.resume()
  line.server.resume()
}
