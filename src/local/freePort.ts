import { createServer } from 'node:net'

/** A port of this machine on which nobody listens, looked for upwards from `from` on 127.0.0.1. */
export const freePort = async ({ from }: { from: number }): Promise<number> => {
  for (let port = from; port < from + 2000 && port < 65_536; port += 1) {
    if (await isFree(port)) return port
  }
  throw new Error(`No free port from ${from} upwards`)
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })
