import { speakDate } from '../../../core/clock/londonDates.ts'
import { asksForAcceptance, acceptanceOf, type Acceptance } from '../../../programme/policies/rules.ts'
import type { PersonalDocument } from '../../../programme/policies/queries.ts'
import type { Task } from '../../design/TaskList.tsx'

/** How a document stands for somebody who reads it: as `acceptanceOf`, or only to be read. */
export type Reading = { current: Acceptance['current']; asked: Acceptance | undefined }

/**
 * What a document asks of a person today; undefined while nothing of it is adopted. Only volunteers are asked to
 * accept.
 */
export const readingOf = ({
  document,
  on,
  isVolunteer,
}: {
  document: PersonalDocument
  on: string
  isVolunteer: boolean
}): Reading | undefined => {
  const standing = acceptanceOf({ document, on })
  return (
    standing && { current: standing.current, asked: isVolunteer && asksForAcceptance(document) ? standing : undefined }
  )
}

/** The state in a few words, with the colour that repeats them. */
export const readingTag = ({ asked }: Reading): Exclude<Task['status'], string> => {
  if (!asked) return { text: 'To read', tone: 'neutral' }
  if (asked.state === 'accepted') return { text: `Accepted on ${speakDate(asked.acceptedOn)}`, tone: 'good' }
  return asked.state === 'due'
    ? { text: `To accept by ${speakDate(asked.by)}`, tone: 'waiting' }
    : { text: 'To accept now', tone: 'risk' }
}

/** The documents that a volunteer still has to accept today, as tasks. */
export const policyTasks = ({ documents, on }: { documents: readonly PersonalDocument[]; on: string }): Task[] =>
  documents.flatMap((document) => {
    const reading = readingOf({ document, on, isVolunteer: true })
    if (!reading?.asked || reading.asked.state === 'accepted') return []
    return [
      {
        title: `Read and accept: ${document.title}`,
        href: policyAddress({ kind: document.kind }),
        hint: `Version ${reading.current.number}`,
        status: readingTag(reading),
      },
    ]
  })

/** Where a document is read, in the version that is adopted now or in an earlier one. */
export const policyAddress = ({ kind, number }: { kind: string; number?: string }): string =>
  `/portal/policies/${kind}${number === undefined ? '' : `/versions/${number}`}`
