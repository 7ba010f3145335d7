import type { Task } from '../../../core/house/recordPage.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import type { ApplicationState } from '../applications/links.ts'
import { REFERENCES_NEEDED } from '../references/rules.ts'

/** How far somebody is from applying to being an active volunteer, as the rules of each step see it today. */
export type RecruitingFacts = {
  application: { id: string; status: ApplicationState } | null
  referencesHeld: number
  referencesAsked: number
  volunteer: {
    id: string
    standing: string
    /** Whether they have chosen a password and come in. */
    hasEntered: boolean
    hasAccount: boolean
    /** What still stands against their being active, as the clearance has it [VOL-3]. */
    missing: readonly Refused[]
  } | null
}

/** From an application to an active volunteer [VOL-1, VOL-3, VOL-6, VOL-7]. */
export const pathToActive = ({ application, referencesHeld, referencesAsked, volunteer }: RecruitingFacts): Task[] => {
  const reached = application ? ORDER.indexOf(application.status) : ORDER.length
  const isPast = (status: ApplicationState): boolean => reached > ORDER.indexOf(status)
  const toApplication = (words: string) =>
    application ? { words, href: `${RECORD}applications/${application.id}` } : undefined
  const ofApplication: Task[] =
    application === null
      ? []
      : [
          {
            title: 'The committee goes on with the application',
            ...(isPast('received') ? DONE : toDo({ whose: COMMITTEE, way: toApplication('Read and consider') })),
          },
          {
            title: 'Two references',
            ...(referencesHeld >= REFERENCES_NEEDED
              ? { ...DONE, words: `${referencesHeld} are held` }
              : !isPast('received')
                ? later({ whose: OFFICE, words: 'Once the committee goes on.' })
                : {
                    ...(referencesAsked + referencesHeld >= REFERENCES_NEEDED
                      ? waits({ whose: 'The referees', words: `${referencesHeld} of ${REFERENCES_NEEDED} are held.` })
                      : toDo({ whose: OFFICE, words: `${referencesHeld} of ${REFERENCES_NEEDED} are held.` })),
                    way: toApplication('See the references'),
                  }),
          },
          {
            title: 'An interview',
            ...(isPast('interview-planned')
              ? DONE
              : !isPast('received')
                ? later({ whose: COMMITTEE, words: 'Once the committee goes on.' })
                : toDo({
                    whose: COMMITTEE,
                    words: application.status === 'considered' ? 'No time is planned yet.' : 'A time is planned.',
                    way: toApplication(application.status === 'considered' ? 'Plan it' : 'Record it'),
                  })),
          },
          {
            title: 'The committee decides',
            ...(isPast('interviewed')
              ? DONE
              : application.status === 'interviewed'
                ? toDo({ whose: 'A committee member who is not involved', way: toApplication('Read and decide') })
                : later({ whose: COMMITTEE, words: 'Once the interview is recorded.' })),
          },
        ]
  return [...ofApplication, ...ofVolunteer(volunteer)]
}

const ofVolunteer = (volunteer: RecruitingFacts['volunteer']): Task[] => {
  const lacking = (of: (refusal: Refused) => boolean): Refused[] => volunteer?.missing.filter(of) ?? []
  const step = ({
    title,
    lacks,
    whose,
    way,
  }: {
    title: string
    lacks: readonly Refused[]
    whose: string
    way?: Task['way']
  }): Task =>
    volunteer === null
      ? { title, ...later({ whose, words: 'Once they are approved.' }) }
      : lacks.length === 0
        ? { title, ...DONE }
        : { title, ...toDo({ whose, words: lacks.map(({ reason }) => reason).join(' '), way }) }
  const id = volunteer?.id ?? ''
  const rest = lacking((refusal) => !isOf(refusal, ...Object.values(PARTS).flat()))
  const others = volunteer?.missing.length ?? 1
  return [
    step({
      title: 'DBS check',
      lacks: lacking((refusal) => isOf(refusal, ...PARTS.dbs)),
      whose: OFFICE,
      way: { words: 'Record the check', href: `${RECORD}dbs-disclosures/create?volunteer=${id}` },
    }),
    step({
      title: 'Safeguarding training, face to face',
      lacks: lacking((refusal) => isOf(refusal, ...PARTS.training)),
      whose: OFFICE,
      way: { words: 'Record the training', href: `${RECORD}vetting-records/create?volunteer=${id}` },
    }),
    step({
      title: 'Induction',
      lacks: lacking((refusal) => isOf(refusal, ...PARTS.induction)),
      whose: COMMITTEE,
      way: { words: 'Record the induction', href: `${RECORD}vetting-records/create?volunteer=${id}` },
    }),
    volunteer === null
      ? {
          title: 'They come in for the first time',
          ...later({ whose: 'The volunteer', words: 'Once they are approved.' }),
        }
      : volunteer.hasEntered
        ? { title: 'They come in for the first time', ...DONE }
        : {
            title: 'They come in for the first time',
            ...(volunteer.hasAccount
              ? waits({ whose: 'The volunteer', words: 'They were invited, and have not chosen a password yet.' })
              : toDo({ whose: 'An administrator', words: 'They have no account yet.' })),
          },
    step({
      title: 'They accept the policies, and all else is in order',
      lacks: rest,
      whose: 'The volunteer, or the co-ordinator',
    }),
    volunteer?.standing === 'active'
      ? { title: 'They are active', ...DONE }
      : volunteer && others === 0
        ? {
            title: 'They are active',
            ...toDo({ whose: OFFICE, way: { words: 'Make them active', href: `${RECORD}volunteers/${id}` } }),
          }
        : { title: 'They are active', ...later({ whose: OFFICE, words: 'Once nothing else is missing.' }) },
  ]
}

/** By which words of the clearance each step is known: the same sentences that refuse [VOL-3]. */
const PARTS = {
  dbs: [/DBS/],
  training: [/safeguarding training/],
  induction: [/induction/],
} as const

const isOf = ({ reason }: Refused, ...words: readonly RegExp[]): boolean => words.some((word) => word.test(reason))

const ORDER: readonly ApplicationState[] = ['received', 'considered', 'interview-planned', 'interviewed', 'approved']
const RECORD = '/admin/collections/'
const OFFICE = 'The co-ordinator or the committee'
const COMMITTEE = 'A committee member'
const DONE = { state: 'done' } as const

type Open = Omit<Task, 'title' | 'state'>
const toDo = (open: Open): Omit<Task, 'title'> => ({ state: 'to-do', ...open })
const waits = (open: Open): Omit<Task, 'title'> => ({ state: 'waiting', ...open })
const later = (open: Open): Omit<Task, 'title'> => ({ state: 'cannot-start-yet', ...open })
