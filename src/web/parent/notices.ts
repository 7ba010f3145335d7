import type { Request } from 'express'
import { defineNotices } from '../../core/http/notices.ts'
import type { SentenceName } from '../../programme/people/parentWords/catalogue.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'

const SENTENCES = {
  signed: 'done.signed',
  declined: 'done.declined',
  'one-withdrawn': 'done.one-withdrawn',
  'one-agreed': 'done.one-agreed',
  'words-changed': 'done.words-changed',
  'call-asked': 'done.call-asked',
  'paper-asked': 'done.paper-asked',
  language: 'done.language',
  withdrawn: 'done.withdrawn',
} as const satisfies Readonly<Record<string, SentenceName>>

/** What parents read after they have done something: the names of its sentences. Each stays until the page is left. */
export const parentNotices = defineNotices<keyof typeof SENTENCES>(SENTENCES)

/** The sentence that the request’s address names, in the language of the page; undefined where it names none. */
export const noticeIn = ({
  request,
  words,
}: {
  request: Pick<Request, 'query'>
  words: ParentWords
}): string | undefined => {
  const name = parentNotices.read(request)
  return name === undefined ? undefined : words.say(name as SentenceName)
}
