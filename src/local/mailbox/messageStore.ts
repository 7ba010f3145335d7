import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../core/clock/clock.ts'
import type { MailMessage } from '../../core/files/mailMessage.ts'
import { readApart, type Outcome } from '../../core/files/readApart.ts'
import { makePrivateFolder } from '../privateFolder.ts'
import { writeWhole } from '../writeWhole.ts'

/** What a list shows of a message; the whole of it stays in its file. */
export type MessageSummary = { id: string; receivedAt: Date; from: string; to: string[]; subject: string }

export type MessageStore = {
  /** Keeps a message as it came over the wire; it is safe once this resolves. Beyond the limit the oldest one goes. */
  keep: (message: { source: Buffer; from: string; to: string[] }) => Promise<void>
  /** Newest first. */
  list: () => readonly MessageSummary[]
  /** One message, or undefined when there is none of that id. `parsed` is undefined where it cannot be taken apart. */
  read: (
    id: string,
  ) => Promise<{ summary: MessageSummary; source: Buffer; parsed: MailMessage | undefined } | undefined>
}

/** Opens a folder of messages, made when missing, for its owner's eyes only. At most `limit` messages are kept. */
export const openMessageStore = async ({
  directory,
  clock,
  limit = 500,
}: {
  directory: string
  clock: Clock
  limit?: number
}): Promise<MessageStore> => {
  await makePrivateFolder(directory)
  const summaries = await readSummaries(directory)
  await sweep({ directory, summaries })
  let arrivals = 0

  const forgetOldest = async (): Promise<void> => {
    const [oldest] = summaries
    if (!oldest) return
    summaries.shift()
    for (const ending of endings) await rm(join(directory, `${oldest.id}${ending}`), { force: true })
  }

  return {
    keep: async ({ source, from, to }) => {
      const receivedAt = clock.now()
      // Within one moment the order of arrival decides.
      const id = `${receivedAt.toISOString().replace(/[-:.]/g, '')}-${String((arrivals += 1)).padStart(6, '0')}-${randomBytes(3).toString('hex')}`
      const summary = {
        id,
        receivedAt,
        from,
        to,
        subject: (await takenApart(source))?.subject ?? 'A message that cannot be shown',
      }
      await writeWhole({ path: join(directory, `${id}.eml`), content: source })
      // The summary comes last: a message counts as kept once both files are there.
      await writeWhole({ path: join(directory, `${id}.json`), content: JSON.stringify(summary) })
      summaries.push(summary)
      summaries.sort(byArrival)
      while (summaries.length > limit) await forgetOldest()
    },
    list: () => summaries.toReversed(),
    read: async (id) => {
      const summary = summaries.find((candidate) => candidate.id === id)
      if (!summary) return undefined
      const source = await readFile(join(directory, `${id}.eml`))
      return { summary, source, parsed: await takenApart(source) }
    },
  }
}

/**
 * What is in a message, read in a process that is ended when the message asks for too much; undefined where it cannot
 * be read.
 */
const takenApart = async (source: Buffer): Promise<MailMessage | undefined> => {
  const outcome: Outcome<MailMessage> = await readApart({
    reading: 'message',
    given: { source },
    by: 'the local mailbox',
    share: MOST_AT_ONCE,
    tooMuch: { reason: 'This message is too large to be shown.', nextStep: 'Look at it as it was sent.' },
  })
  return 'read' in outcome ? outcome.read : undefined
}

const MOST_AT_ONCE = 12

const endings = ['.json', '.eml'] as const

const byArrival = (one: MessageSummary, other: MessageSummary): number => (one.id < other.id ? -1 : 1)

const readSummaries = async (directory: string): Promise<MessageSummary[]> => {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'))
  const summaries = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8').then(parseSummary)))
  return summaries.sort(byArrival)
}

/** Removes what a program that was killed left half-written. */
const sweep = async ({
  directory,
  summaries,
}: {
  directory: string
  summaries: readonly MessageSummary[]
}): Promise<void> => {
  const whole = new Set(summaries.flatMap(({ id }) => endings.map((ending) => `${id}${ending}`)))
  for (const name of await readdir(directory)) if (!whole.has(name)) await rm(join(directory, name), { force: true })
}

const parseSummary = (content: string): MessageSummary => {
  const summary = JSON.parse(content) as Omit<MessageSummary, 'receivedAt'> & { receivedAt: string }
  return { ...summary, receivedAt: new Date(summary.receivedAt) }
}
