import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Notice, PagePart } from '../../../core/house/recordPage.ts'
import { isCaseworker } from '../roles.ts'
import { contactSentence } from '../families/contactRules.ts'
import { yearsOld } from '../age.ts'
import { children } from './Children.ts'
import { childAtHome, isMemberOn, type ChildAtHome } from './ofChild.ts'
import { schoolYear, schoolYearName } from './schoolYear.ts'

/**
 * At the head of a child's page: how old, in which year, and what must be seen before anything else [CON-8, ELG-1]. That
 * health and family were read is recorded by the part below it, which shows them whole.
 */
export const pageOfChild: PagePart = {
  of: children,
  load: async ({ work: { query, actor, now }, id, record }) => {
    if (!isCaseworker(actor) || record.mergedInto) return undefined
    const home = await childAtHome({ query, childId: id })
    if (!home) return undefined
    const today = londonDate(now)
    const override =
      home.heldInYear === null || home.heldInYearOn === null ? null : { year: home.heldInYear, on: home.heldInYearOn }
    return {
      about: [
        ...(home.bornOn === null
          ? ['Date of birth not known']
          : [`${yearsOld({ bornOn: home.bornOn, on: today })} years old`]),
        schoolYearName(schoolYear({ bornOn: home.bornOn, on: today, override })),
        ...(home.school === null ? [] : [home.school]),
      ],
      first: [...healthOf(home), ...notToContact(home), ...membershipOf({ home, today })],
    }
  },
}

const healthOf = ({ medical }: ChildAtHome): Notice[] =>
  [
    medical?.allergies && `Allergies: ${medical.allergies}`,
    medical?.inAnEmergency && `In an emergency: ${medical.inAnEmergency}`,
    medical?.medication && `Medication: ${medical.medication}`,
  ].flatMap((words) => (words ? [{ words, isGrave: true }] : []))

const notToContact = ({ guardians }: ChildAtHome): Notice[] =>
  guardians
    .filter(({ contactRule }) => contactRule !== 'usual')
    .map((guardian) => ({ words: contactSentence(guardian), isGrave: guardian.contactRule === 'none' }))

const membershipOf = ({ home: { memberships }, today }: { home: ChildAtHome; today: string }): Notice[] =>
  isMemberOn({ memberships, on: today })
    ? []
    : [
        {
          words:
            memberships.length > 0
              ? 'The membership of the club has lapsed. Nothing ends by it; ask the family to renew it.'
              : 'Is not a member of the club, and can only enter the programme as one.',
          isGrave: false,
        },
      ]
