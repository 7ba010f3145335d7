import type { HistoryWords } from '../core/audit/sayings.ts'

/** How what happened is told where neither a workflow nor the kind of record has the words. */
export const historyWords: HistoryWords = {
  accounts: 'users',
  holders: {
    guardian: 'A parent or carer, by their link,',
    referrer: 'The referrer, by their link,',
    view: 'Somebody who was asked for a view, by their link,',
    referee: 'The referee, by their link,',
    applicant: 'The applicant, by their link,',
    form: 'Somebody who filled in a public form',
  },
  deeds: {
    join: 'joined another record to this one',
    retire: 'joined this record to another one',
    export: 'took a list of it out',
    import: 'brought a list in',
    'end-link': 'ended the link, because the address changed',
    'send-link-again': 'sent the link again',
    'send-code': 'sent a code by email',
    'add-scan': 'added a scan of the paper form',
    resend: 'sent the message again',
    chase: 'reminded those who have not signed',
    'choose-password': 'chose a password',
    'change-password': 'changed the password',
    'ask-for-password-link': 'asked for a link to choose a password',
    'end-sign-in': 'ended a sign-in on another device',
    'end-every-sign-in': 'ended every sign-in',
    'first-administrator': 'became the first administrator',
    'leave-jobs-empty': 'left jobs that nobody holds now',
  },
}
