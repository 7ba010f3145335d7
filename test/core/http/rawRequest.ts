import { connect } from 'node:net'

/**
 * Sends bytes as they are to a port of this machine and gives everything that came back until the connection closed.
 */
export const rawRequest = ({ port, text }: { port: number; text: string }): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => (answer += part))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
