import type { SanitizedCollectionConfig } from 'payload'
import { labelOf, NOT_SHOWN, recordsNamedIn, spokenValue } from '../record/spokenValue.ts'
import type { Titles } from '../record/titles.ts'
import type { Fact } from '../house/recordPage.ts'
import type { Held } from '../house/held.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { StoredEvent } from './eventsAbout.ts'

/** How those are spoken of who are no person with an account. */
export type HistoryWords = {
  /** The collection of the accounts of people. */
  accounts: string
  /** Who holds a link, by the word that the audit keeps: `{ guardian: 'A parent or carer' }`. */
  holders: Readonly<Record<string, string>>
  /** What was done, by the action’s name, where no workflow says it: `{ 'send-link-again': 'sent the link again' }`. */
  deeds: Readonly<Record<string, string>>
}

/** The account of the person who acted, where it was one. */
export const accountOf = ({ event, words }: { event: StoredEvent; words: HistoryWords }): Held[] =>
  event.actorKind === 'person' && event.actorId ? [{ collection: words.accounts, id: event.actorId }] : []

/** Who acted, as a sentence begins. */
export const whoActed = ({
  event,
  titles,
  words,
}: {
  event: StoredEvent
  titles: Titles
  words: HistoryWords
}): string => {
  if (event.actorKind === 'person') return (event.actorId && titles.get(event.actorId)) || 'Somebody with an account'
  if (event.actorKind === 'link') return words.holders[event.actorNote ?? ''] ?? 'Somebody with a link'
  return event.actorKind === 'system' ? 'The software' : 'Somebody who was not signed in'
}

/** The record of an event as a sentence names it: "this referral", or "the goal “Join one club”". */
type Spoken = { kind: string; isThis: boolean; title?: string }

/** What was done, as the rest of a sentence that begins with who did it. */
export const whatWasDone = ({
  event,
  record: { kind, isThis, title },
  changed,
  workflow,
  words,
}: {
  event: Pick<StoredEvent, 'action' | 'detail'>
  record: Spoken
  /** What was changed that may be told, by its label. */
  changed: readonly string[]
  workflow: Workflow | undefined
  words: HistoryWords
}): string => {
  const named = isThis ? `this ${kind}` : title ? `the ${kind} “${title}”` : `${aOrAn(kind)} ${kind}`
  const step = workflow?.diagram.find(({ action }) => action === event.action)
  if (step) {
    const state = workflow?.states[step.to]
    return `took the step “${step.label}”${isThis ? '' : ` with ${named}`}${state === undefined ? '' : `: now “${state}”`}`
  }
  if (event.action === 'create') return isThis || title ? `added ${named}` : `added ${aOrAn(kind)} ${kind}`
  if (event.action === 'delete') return `took ${named} away`
  if (event.action === 'change')
    return changed.length === 0 ? `changed ${named}` : `changed ${listed(changed)}${isThis ? '' : ` of ${named}`}`
  const deed = words.deeds[event.action] ?? `did “${event.action.replaceAll('-', ' ')}”`
  return isThis ? deed : `${deed}: ${named}`
}

/** The names of several things in a sentence: "one, two and three". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/**
 * What a change put in place of what, in words, of the fields that may be told. What the software alone writes down
 * beside a step is left out.
 */
export const changesOf = ({
  event: { detail },
  config,
  titles,
  mayTell,
}: {
  event: Pick<StoredEvent, 'detail'>
  config: SanitizedCollectionConfig
  titles: Titles
  mayTell: (field: string) => boolean
}): Fact[] =>
  pairsIn(detail).flatMap(({ name, before, after }) => {
    const field = config.flattenedFields.find((candidate) => candidate.name === name)
    if (!field || !mayTell(name)) return []
    const [was, is] = [before, after].map((value) => spokenValue({ field, value, titles }))
    return was === undefined && is === undefined
      ? []
      : [{ term: labelOf(field), words: was === undefined ? (is ?? '') : `${was} → ${is ?? 'nothing'}` }]
  })

/** The records that are named by what a change put in place of what. */
export const recordsNamedBy = ({
  event: { detail },
  config,
}: {
  event: Pick<StoredEvent, 'detail'>
  config: SanitizedCollectionConfig
}): Held[] =>
  pairsIn(detail).flatMap(({ name, before, after }) => {
    const field = config.flattenedFields.find((candidate) => candidate.name === name)
    return field ? [before, after].flatMap((value) => recordsNamedIn({ field, value })) : []
  })

/** What a record is called in a sentence: its kind in small letters. */
export const kindOf = (config: Pick<SanitizedCollectionConfig, 'labels'>): string => {
  const { singular } = config.labels
  const words = typeof singular === 'string' ? singular : NOT_SHOWN
  return words.slice(0, 2) === words.slice(0, 2).toUpperCase() ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

const pairsIn = (detail: StoredEvent['detail']): Array<{ name: string; before: unknown; after: unknown }> =>
  Object.entries(detail ?? {}).flatMap(([name, pair]) =>
    typeof pair === 'object' && pair !== null && 'before' in pair && 'after' in pair
      ? [{ name, before: pair.before, after: pair.after }]
      : [],
  )

const aOrAn = (word: string): string => (/^[aeiou]/i.test(word) ? 'an' : 'a')
