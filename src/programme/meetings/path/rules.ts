import type { Task } from '../../../core/house/recordPage.ts'

/** How far a referred child is on the way to the first meeting, as the rules of each step see it today. */
export type FirstMeetingFacts = {
  childId: string
  referral: { id: string; status: 'received' | 'more-asked' | 'accepted' | 'declined' | 'finished' } | null
  isMember: boolean
  goals: number
  /** Whether somebody who may sign was asked and has not answered, and what consent still lacks, in words [CON-1]. */
  consentAsked: boolean
  consentLacks: readonly string[]
  /** The match that is proposed or active: whose, and what still stands against its start, in words [MAT-3]. */
  match: { id: string; status: 'proposed' | 'active'; volunteerName: string; lacks: readonly string[] } | null
  /** The first meeting that was planned: its id, and whether it is confirmed or was held [MTG-4]. */
  meeting: { id: string; isConfirmed: boolean } | null
}

/**
 * From a referral to the first confirmed meeting: what is done, what can be done now and by whom, and what waits for
 * something else [ELG-1, ELG-3, CON-1, MAT-3, MTG-4].
 */
export const pathToFirstMeeting = ({
  childId,
  referral,
  isMember,
  goals,
  consentAsked,
  consentLacks,
  match,
  meeting,
}: FirstMeetingFacts): Task[] => {
  const isAccepted = referral?.status === 'accepted'
  const hasConsent = consentLacks.length === 0
  return [
    {
      title: 'The child is a member of the club',
      ...(isMember
        ? { state: 'done' as const }
        : toDo({
            whose: OFFICE,
            words: 'Only members can enter the programme.',
            way: { words: 'Add the membership', href: `${NEW}memberships/create?child=${childId}` },
          })),
    },
    {
      title: 'There is a goal',
      ...(goals > 0
        ? { state: 'done' as const, words: goals === 1 ? 'One goal' : `${goals} goals` }
        : toDo({ whose: OFFICE, way: { words: 'Add a goal', href: `${NEW}goals/create?child=${childId}` } })),
    },
    {
      title: 'The committee decides',
      ...(isAccepted
        ? { state: 'done' as const, words: 'Accepted' }
        : referral === null
          ? toDo({
              whose: OFFICE,
              words: 'Nobody has referred this child yet.',
              way: { words: 'Enter a referral', href: `${NEW}referrals/create?child=${childId}` },
            })
          : referral.status === 'more-asked'
            ? waits({ whose: 'The referrer', words: 'More was asked for, and there is no answer yet.' })
            : isMember && goals > 0
              ? toDo({
                  whose: 'A committee member',
                  way: { words: 'Read and decide', href: `${NEW}referrals/${referral.id}` },
                })
              : later({ whose: 'A committee member', words: 'Once there are a membership and a goal.' })),
    },
    {
      title: 'The parents agree',
      ...(hasConsent
        ? { state: 'done' as const }
        : consentAsked
          ? waits({ whose: 'The parents', words: 'They were asked and have not answered yet.' })
          : toDo({
              whose: OFFICE,
              words: consentLacks[0],
              way: { words: 'Ask a parent or carer', href: `${NEW}consent-requests/create?child=${childId}` },
            })),
    },
    {
      title: 'A volunteer is proposed',
      ...(match
        ? { state: 'done' as const, words: match.volunteerName }
        : isAccepted
          ? toDo({
              whose: OFFICE,
              way: { words: 'Propose a match', href: `${NEW}matches/create?child=${childId}` },
            })
          : later({ whose: OFFICE, words: 'Once the child is accepted.' })),
    },
    {
      title: 'The match starts',
      ...(match?.status === 'active'
        ? { state: 'done' as const }
        : match === null
          ? later({ whose: 'A committee member', words: 'Once there is a volunteer.' })
          : match.lacks.length > 0
            ? later({
                whose: 'A committee member',
                words: lackingWords(match.lacks),
                way: { words: 'See what is missing', href: `${NEW}matches/${match.id}` },
              })
            : toDo({
                whose: 'A committee member',
                way: { words: 'Start the match', href: `${NEW}matches/${match.id}` },
              })),
    },
    {
      title: 'The first meeting is confirmed',
      ...(meeting?.isConfirmed
        ? { state: 'done' as const }
        : match?.status !== 'active'
          ? later({ whose: 'The volunteer proposes it', words: 'Once the match has started.' })
          : meeting
            ? toDo({
                whose: 'The meeting confirmer',
                way: { words: 'Read and confirm', href: `${NEW}meetings/${meeting.id}` },
              })
            : waits({ whose: 'The volunteer proposes it', words: `${match.volunteerName} has proposed none yet.` })),
    },
  ]
}

const NEW = '/admin/collections/'
const OFFICE = 'The co-ordinator or the committee'

type Open = Omit<Task, 'title' | 'state'>
const toDo = (open: Open): Omit<Task, 'title'> => ({ state: 'to-do', ...open })
const waits = (open: Open): Omit<Task, 'title'> => ({ state: 'waiting', ...open })
const later = (open: Open): Omit<Task, 'title'> => ({ state: 'cannot-start-yet', ...open })

/** The first of what is missing, and how much more. */
const lackingWords = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} And ${others.length} more.`
