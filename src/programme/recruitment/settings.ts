import { readerOf, type ListSetting, type NumberSetting } from '../../core/house/defineSetting.ts'
import { mayChangeSettings } from '../people/roles.ts'

const volunteerSkills: ListSetting = {
  kind: 'list',
  name: 'volunteerSkills',
  label: 'Skills of volunteers',
  place: 6,
  what: 'skills',
  usual: [
    'Communication',
    'Active listening',
    'Empathy with young people',
    'Organisation',
    'Building trust',
    'Reflection',
    'Self-awareness',
    'Negotiation',
    'Non-judgemental',
    'Constructive with challenging behaviour',
    'Flexible',
    'Adaptable',
  ],
  changedBy: mayChangeSettings,
  explained: 'One a line. People who apply choose among them.',
}

/** A recheck every three years, until somebody changes it [VOL-6]. */
const recheckMonths: NumberSetting = {
  kind: 'number',
  name: 'recheckMonths',
  label: 'Months after which a DBS check is due again',
  place: 7,
  unit: 'months',
  from: 1,
  to: 120,
  usual: 36,
  changedBy: mayChangeSettings,
  explained: 'A certificate does not expire; this is the charity’s own rule. It holds for checks recorded from now on.',
}

/** Two children a volunteer, until somebody changes it [VOL-5]. */
const volunteerCapacity: NumberSetting = {
  kind: 'number',
  name: 'volunteerCapacity',
  label: 'Children a volunteer may have at a time',
  place: 8,
  from: 1,
  to: 20,
  usual: 2,
  changedBy: mayChangeSettings,
  explained: 'The committee can make an exception for one volunteer.',
}

/** What the charity sets about its volunteers. */
export const volunteerSettings = [volunteerSkills, recheckMonths, volunteerCapacity]

/** Today's settings about volunteers. */
export const readVolunteerSettings = readerOf({ recheckMonths, volunteerCapacity })

/** The skills that somebody who applies may say they have [VOL-2]. */
export const readVolunteerSkills = readerOf({ volunteerSkills })
