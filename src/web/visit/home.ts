import type { PersonActor } from '../../core/access/actor.ts'
import { mayEnterPanel } from '../../core/access/mayEnterPanel.ts'
import { ownVolunteerIdOf, volunteerIdOf } from '../../programme/people/roles.ts'

/** Where a person begins who is signed in. */
export const homeOf = (person: PersonActor): string =>
  volunteerIdOf(person) !== undefined
    ? '/portal'
    : mayEnterPanel(person)
      ? '/admin'
      : ownVolunteerIdOf(person) !== undefined
        ? '/portal/record'
        : '/account'
