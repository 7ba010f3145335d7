import { DESIGNATIONS, ROLES, type Designation, type Role } from '../people/roles.ts'

/** How far a deployment is, as whoever sets it up needs to know. */
export type SetUpFacts = {
  /** Whether somebody stored the charity's own names, colours and numbers. */
  settingsStored: boolean
  /** Whether a telephone number and an email address for worries are given [SAF-2]. */
  canBeReached: boolean
  /** How many people have chosen a password and come in. */
  entered: number
  invited: number
  /** How many hold each role, and each job, today. */
  roles: Readonly<Record<Role, number>>
  designations: Readonly<Record<Designation, number>>
  /** Of the documents that the programme cannot do without: how many there are, are there as drafts, and are adopted. */
  documents: { needed: number; drafted: number; adopted: number }
  /** What became of the newest test message. */
  mailTest: 'none' | 'on-its-way' | 'sent' | 'failed'
  children: number
}

/** One thing to do before a programme can begin, and how far it is. */
export type SetUpTask = {
  id: 'charity' | 'reach' | 'mail' | 'colleagues' | 'jobs' | 'policies' | 'list'
  title: string
  isDone: boolean
  /** How it stands, in a sentence. */
  stands: string
}

/** The roles without which nothing is confirmed or decided, and the jobs that somebody must hold by name [ORG-2]. */
const NEEDED_ROLES = ['co-ordinator', 'committee', 'administrator'] as const satisfies readonly Role[]
const NEEDED_DESIGNATIONS = ['safeguarding-lead', 'meeting-confirmer'] as const satisfies readonly Designation[]

/** With fewer, nobody confirms what another entered [ORG-1]. */
const FEWEST_PEOPLE = 2

/** What there is to do before the first child comes in, in the order in which it is best done. */
export const setUpTasks = (facts: SetUpFacts): SetUpTask[] => {
  const unheld = [
    ...NEEDED_ROLES.filter((role) => facts.roles[role] === 0).map((role) => ROLES[role]),
    ...NEEDED_DESIGNATIONS.filter((job) => facts.designations[job] === 0).map((job) => DESIGNATIONS[job]),
  ]
  const { needed, drafted, adopted } = facts.documents
  return [
    {
      id: 'charity',
      title: 'Say who you are: the charity’s name, its colour',
      isDone: facts.settingsStored,
      stands: facts.settingsStored ? 'The settings are stored.' : 'The names that the software came with still stand.',
    },
    {
      id: 'reach',
      title: 'Say whom to ring with a worry about a child',
      isDone: facts.canBeReached,
      stands: facts.canBeReached
        ? 'A number and an address stand on every page.'
        : 'Nothing opens to volunteers and parents until there are a number and an address.',
    },
    {
      id: 'mail',
      title: 'See that email arrives',
      isDone: facts.mailTest === 'sent',
      stands: MAIL_STANDS[facts.mailTest],
    },
    {
      id: 'colleagues',
      title: 'Invite your colleagues',
      isDone: facts.entered >= FEWEST_PEOPLE,
      stands: `${facts.entered} of ${facts.invited} invited ${facts.invited === 1 ? 'person has' : 'people have'} come in. Two people at least are needed: one confirms what another entered.`,
    },
    {
      id: 'jobs',
      title: 'Say who does what',
      isDone: unheld.length === 0,
      stands: unheld.length === 0 ? 'Every job is held by somebody.' : `Nobody is yet: ${unheld.join(', ')}.`,
    },
    {
      id: 'policies',
      title: 'Adopt the policies',
      isDone: adopted >= needed,
      stands:
        drafted === 0 && adopted < needed
          ? `${adopted} of ${needed} are adopted. Texts to start from can be put there.`
          : `${adopted} of ${needed} are adopted${adopted < needed ? `, ${drafted} wait as drafts` : ''}.`,
    },
    {
      id: 'list',
      title: 'Bring in your list of children, or add the first',
      isDone: facts.children > 0,
      stands:
        facts.children === 0
          ? 'There is no child yet.'
          : `${facts.children} ${facts.children === 1 ? 'child is' : 'children are'} on record.`,
    },
  ]
}

const MAIL_STANDS: Readonly<Record<SetUpFacts['mailTest'], string>> = {
  none: 'No test message was sent yet.',
  'on-its-way': 'The test message is on its way. Look again in a minute.',
  sent: 'The mail server took a test message.',
  failed: 'The test message could not be delivered: look at it among the messages.',
}

/** Where and how a deployment runs, as far as it matters for whether real children may be in it. */
export type Surroundings = {
  isLocal: boolean
  isEncrypted: boolean
  administrators: number
  holdsSample: boolean
}

/** What speaks against keeping real children's records in it, a sentence each; none where it is fit. */
export const unsafeForReal = ({ isLocal, isEncrypted, administrators, holdsSample }: Surroundings): string[] => [
  ...(isLocal
    ? ['This is a start for trying out: its mailbox is open to whoever reaches this machine, and nothing is backed up.']
    : []),
  ...(isEncrypted ? [] : ['Pages travel unencrypted: its address must begin with https.']),
  ...(holdsSample ? ['The sample’s invented people are in it, and their password is known to everybody.'] : []),
  ...(administrators < FEWEST_PEOPLE
    ? ['There is one administrator alone: if they cannot come in, nobody else can open accounts.']
    : []),
]
