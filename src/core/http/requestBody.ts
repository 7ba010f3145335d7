import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * The body of a Node request as a web stream, read only as fast as it is taken. Breaks with `tooLarge()` once it is
 * longer than `largest` bytes. What nobody takes is read off and dropped when the answer is finished, since it would
 * otherwise stand in the way of the connection's next request.
 */
export const requestBody = ({
  request,
  response,
  largest,
  tooLarge,
}: {
  request: IncomingMessage
  response: ServerResponse
  largest: number
  tooLarge: () => Error
}): ReadableStream<Uint8Array> => {
  let bytes = 0
  let isDropped = false
  const drop = (): void => {
    isDropped = true
    request.resume()
  }
  response.once('finish', drop)
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      request.on('data', (chunk: Buffer) => {
        if (isDropped) return
        bytes += chunk.byteLength
        if (bytes > largest) {
          controller.error(tooLarge())
          drop()
          return
        }
        controller.enqueue(chunk)
        if ((controller.desiredSize ?? 0) <= 0) request.pause()
      })
      request.once('end', () => isDropped || controller.close())
      request.once('error', (problem) => isDropped || controller.error(problem))
    },
    pull: () => void request.resume(),
    cancel: drop,
  })
}
