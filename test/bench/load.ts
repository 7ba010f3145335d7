import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** What a load found: answers a second, and the times of single answers in milliseconds. */
export type LoadResult = { perSecond: number; median: number; p95: number; wrong: number }

/** One request to send. */
export type Shot = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** Sends one request and gives the status of its answer. */
export const ask = ({
  origin,
  shot: { method, path, headers, body },
  agent,
}: {
  origin: string
  shot: Shot
  agent: Agent
}): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(
      `${origin}${path}`,
      {
        method,
        agent,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
        answer.once('error', reject)
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })

/**
 * Asks one server again and again over kept connections, for some seconds, with some requests at a time. `right` says
 * which statuses count.
 */
export const load = async ({
  origin,
  shot,
  seconds,
  connections,
  right,
}: {
  origin: string
  shot: () => Shot
  seconds: number
  connections: number
  right: readonly number[]
}): Promise<LoadResult> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let wrong = 0
  const ends = performance.now() + seconds * 1000
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < ends) {
        const start = performance.now()
        const status = await ask({ origin, shot: shot(), agent })
        times.push(performance.now() - start)
        if (!right.includes(status)) wrong += 1
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((one, other) => one - other)
  return { perSecond: times.length / took, median: at(times, 0.5), p95: at(times, 0.95), wrong }
}

/** The same at a steady pace: so many requests a second, whether or not the earlier ones were answered. */
export const paced = async ({
  origin,
  shot,
  seconds,
  perSecond,
}: {
  origin: string
  shot: () => Shot
  seconds: number
  perSecond: number
}): Promise<{ median: number; p95: number }> => {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  const pending: Array<Promise<void>> = []
  for (let index = 0; index < seconds * perSecond; index += 1) {
    pending.push(
      (async () => {
        const start = performance.now()
        await ask({ origin, shot: shot(), agent })
        times.push(performance.now() - start)
      })(),
    )
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond))
  }
  await Promise.all(pending)
  agent.destroy()
  times.sort((one, other) => one - other)
  return { median: at(times, 0.5), p95: at(times, 0.95) }
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
