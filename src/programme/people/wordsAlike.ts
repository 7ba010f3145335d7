import type { WordsAlike } from '../../core/search/sought.ts'

/**
 * Words that people here use for one thing, wherever words are looked for: in the guidance, the directory and the
 * policies. A word whose beginning stands in half of all texts (“car” in “care”) is left out.
 */
export const WORDS_ALIKE: WordsAlike = [
  ['telephone', 'phone', 'mobile'],
  ['confidential', 'confidentiality', 'secret', 'private', 'privacy'],
  ['mentor', 'volunteer', 'support volunteer'],
  ['parent', 'carer', 'guardian', 'mum', 'dad', 'mother', 'father'],
  ['child', 'young person', 'young people', 'kid'],
  ['lift', 'drive', 'driving', 'transport'],
  ['cancel', 'call off', 'called off'],
  ['worry', 'concern', 'safeguarding'],
  ['disclosure', 'tells me', 'tell you'],
  ['dbs', 'police check', 'criminal record'],
  ['counselling', 'therapy', 'therapist'],
  ['bereavement', 'grief', 'loss', 'died'],
  ['gift', 'present'],
  ['expenses', 'claim', 'receipt', 'refund'],
  ['photo', 'photograph', 'picture'],
  ['tutor', 'tuition', 'tutoring'],
  ['email', 'message', 'text message'],
  ['stop', 'leave', 'leaving', 'pause'],
]
