import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'

/** Somebody whom an applicant names as a referee. */
type NamedReferee = { name: string; email: string; telephone: string | null; howKnown: string }

/** All that a finished form holds. */
export type WholeApplication = {
  about: {
    name: string
    source: 'known' | 'outsider'
    email: string
    mobile: string
    bornOn: string
    homeAddress: string
    why: string
    skills: string
    interests: string
    languages: string
    availability: string
    earlierInvolvement: string
  }
  referees: readonly NamedReferee[]
  declares: 'nothing' | 'something'
  declared: string
}

/**
 * Takes an application as its form was sent, in the caller's transaction: the application, its referees and the
 * self-declaration. Gives the code by which people speak of it. Throws a refusal where a rule stands against it.
 */
export const apply = async ({
  work,
  given: { about, referees, declares, declared },
}: {
  work: Work
  given: WholeApplication
}): Promise<{ id: string; code: string }> => {
  const door = asSystem(work, { reason: 'somebody applied to become a volunteer' })
  const application = await door.create({ collection: 'applications', data: { ...about, agreedToChecks: true } })
  for (const { name, email, telephone, howKnown } of referees)
    await door.create({
      collection: 'volunteer-references',
      data: {
        application: application.id,
        refereeName: name,
        refereeEmail: email,
        refereeTelephone: telephone,
        howKnown,
      },
    })
  await door.create({
    collection: 'self-declarations',
    data: {
      application: application.id,
      declares,
      words: declares === 'something' ? declared : null,
      declaredOn: londonDate(work.now),
    },
  })
  return { id: application.id, code: String(application.code) }
}
