import { hasRole, holdsDesignation, type Actor } from '../../core/access/actor.ts'

/** The roles a person can hold, several at once, with the words the panel shows. */
export const ROLES = {
  'co-ordinator': 'Co-ordinator',
  committee: 'Committee member',
  trustee: 'Trustee',
  volunteer: 'Support volunteer',
  administrator: 'Administrator',
} as const

/** The jobs that named committee members hold, each with an optional dated cover. */
export const DESIGNATIONS = {
  'meeting-confirmer': 'Meeting confirmer',
  'schools-liaison': 'Schools liaison',
  'safeguarding-lead': 'Safeguarding lead',
  'safeguarding-deputy': 'Deputy safeguarding lead',
  'grants-lead': 'Grants lead',
  'gathering-lead': 'Gathering lead',
} as const

/** A role's name as stored. */
export type Role = keyof typeof ROLES

/** A designation's name as stored. */
export type Designation = keyof typeof DESIGNATIONS

/**
 * Whether somebody is signed in and holds a role today: an account that was left without one reads nothing of the
 * programme.
 */
export const holdsARole = (actor: Actor): boolean => actor.kind === 'person' && actor.roles.length > 0

/**
 * The co-ordinator and the committee: those who may read children's records. An administrator alone may not, nor a
 * trustee.
 */
export const isCaseworker = (actor: Actor): boolean => hasRole(actor, 'co-ordinator', 'committee')

/** Whether the person sits on the committee. */
export const isCommittee = (actor: Actor): boolean => hasRole(actor, 'committee')

/** Whether the person runs the programme day to day. */
export const isCoordinator = (actor: Actor): boolean => hasRole(actor, 'co-ordinator')

/** Whether the person is a trustee: reads anonymous figures and policies, no child's record by that alone. */
export const isTrustee = (actor: Actor): boolean => hasRole(actor, 'trustee')

/** Whether the person looks after accounts and settings. */
export const isAdministrator = (actor: Actor): boolean => hasRole(actor, 'administrator')

/** Who changes what the charity sets about itself. */
export const mayChangeSettings = (actor: Actor): boolean => isAdministrator(actor) || isCommittee(actor)

/** Whether the person is a safeguarding lead or the deputy. */
export const isSafeguardingLead = (actor: Actor): boolean =>
  holdsDesignation(actor, 'safeguarding-lead') || holdsDesignation(actor, 'safeguarding-deputy')

/** The id of the person's own volunteer record, when they are an active volunteer. */
export const volunteerIdOf = (actor: Actor): string | undefined =>
  actor.kind === 'person' && actor.roles.includes('volunteer') ? actor.profiles.volunteers : undefined

/**
 * The id of the person's own volunteer record while they are active or still being cleared: for their own page and the
 * documents that they accept.
 */
export const ownVolunteerIdOf = (actor: Actor): string | undefined =>
  volunteerIdOf(actor) ??
  (actor.kind === 'person' && actor.roles.includes('volunteer') ? actor.profiles[BEING_CLEARED] : undefined)

/**
 * Under which name a person carries their volunteer record while they are being cleared: none of a volunteer's rights
 * goes with it.
 */
export const BEING_CLEARED = 'volunteers-being-cleared'
