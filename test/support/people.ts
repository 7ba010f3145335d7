import { randomUUID } from 'node:crypto'
import { insertRows } from '../../src/core/database/insertRows.ts'
import type { Query } from '../../src/core/database/query.ts'
import type { Designation, Role } from '../../src/programme/people/roles.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../../src/programme/consent/rules.ts'

type Given = { query: Query }
const stamp = { created_at: '2025-09-01T09:00:00Z', updated_at: '2025-09-01T09:00:00Z' }
/** One row as it is, past the rules: what a test starts from. */
export const insertOne = async ({
  query,
  collection,
  row,
}: Given & { collection: string; row: Record<string, unknown> }): Promise<string> => {
  const id = randomUUID()
  await insertRows({ query, collection, rows: [{ id, ...stamp, ...row }] })
  return id
}

/** A person who can sign in, with roles since September 2025 and designations. */
export const aPerson = async ({
  query,
  name = 'Morgan Specimen',
  roles = [],
  designations = [],
}: Given & { name?: string; roles?: Role[]; designations?: Designation[] }): Promise<string> => {
  const id = await insertOne({
    query,
    collection: 'users',
    row: { name, email: `${randomUUID()}@example.invalid`, standing: 'open', row_version: 1 },
  })
  for (const role of roles)
    await insertOne({
      query,
      collection: 'role-grants',
      row: { user_id: id, role, starts_on: '2025-09-01', row_version: 1 },
    })
  for (const designation of designations)
    await insertOne({ query, collection: 'designations', row: { designation, holder_id: id, row_version: 1 } })
  return id
}

/** One vetting record that stands. */
export const aVettingRecord = ({
  query,
  volunteerId,
  kind,
  takenOn = '2025-09-10',
  validUntil = null,
  faceToFace = false,
}: Given & {
  volunteerId: string
  kind: string
  takenOn?: string
  validUntil?: string | null
  faceToFace?: boolean
}): Promise<string> =>
  insertOne({
    query,
    collection: 'vetting-records',
    row: {
      volunteer_id: volunteerId,
      kind,
      taken_on: takenOn,
      valid_until: validUntil,
      face_to_face: faceToFace,
      status: 'standing',
      row_version: 1,
      ...DETAILS_OF[kind],
    },
  })

/** What a record of a kind holds beside its dates, so that it counts. */
const DETAILS_OF: Readonly<Record<string, Record<string, unknown>>> = {
  'dbs-check': { scheme: 'dbs', workforce: 'child', level: 'enhanced-barred' },
  induction: {
    covered_purpose: true,
    covered_objective: true,
    covered_conduct: true,
    covered_role: true,
    covered_boundaries: true,
  },
}

/** Every training that is required before a match starts, taken by a volunteer in September 2025. */
const requiredTrainingOf = async ({ query, volunteerId }: Given & { volunteerId: string }): Promise<void> => {
  for (const { id } of await query<{ id: string }>(
    'select id from training_kinds where required_before_match and in_use',
  ))
    await insertOne({
      query,
      collection: 'trainings',
      row: { volunteer_id: volunteerId, kind_id: id, taken_on: '2025-09-10', status: 'standing', row_version: 1 },
    })
}

/** Two references and a self-declaration of a volunteer, held since September 2025 [VOL-6]. */
const referencesOf = async ({ query, volunteerId }: Given & { volunteerId: string }): Promise<void> => {
  for (const refereeName of ['Sky Specimen', 'River Standin']) {
    const reference = await insertOne({
      query,
      collection: 'volunteer-references',
      row: {
        volunteer_id: volunteerId,
        referee_name: refereeName,
        referee_email: `${randomUUID()}@example.invalid`,
        status: 'answered',
        link_number: 1,
        row_version: 1,
      },
    })
    await insertOne({
      query,
      collection: 'reference-answers',
      row: {
        reference_id: reference,
        method: 'link',
        known_for: 'Five years',
        capacity: 'work',
        suitability: 'Kind and patient.',
        worry: 'no',
        held_on: '2025-09-05',
        status: 'held',
        row_version: 1,
      },
    })
  }
  await insertOne({
    query,
    collection: 'self-declarations',
    row: { volunteer_id: volunteerId, declares: 'nothing', declared_on: '2025-09-05', row_version: 1 },
  })
}

/** A volunteer with an account; cleared through 2027 unless told. */
export const aVolunteer = async ({
  query,
  name = 'Harper Sample',
  cleared = true,
}: Given & { name?: string; cleared?: boolean }): Promise<{ id: string; userId: string }> => {
  const userId = await aPerson({ query, name, roles: ['volunteer'] })
  const id = await insertOne({
    query,
    collection: 'volunteers',
    row: {
      name,
      user_id: userId,
      standing: 'active',
      mobile: '07700 900123',
      born_on: '1990-05-05',
      home_address: '1 Invented Road, Andover',
      meets_children: 'weekly',
      row_version: 1,
    },
  })
  if (cleared) {
    await aVettingRecord({ query, volunteerId: id, kind: 'committee-approval' })
    await aVettingRecord({ query, volunteerId: id, kind: 'dbs-check', validUntil: '2027-12-31' })
    await aVettingRecord({
      query,
      volunteerId: id,
      kind: 'safeguarding-training',
      validUntil: '2027-12-31',
      faceToFace: true,
    })
    await aVettingRecord({ query, volunteerId: id, kind: 'induction' })
    await referencesOf({ query, volunteerId: id })
    await requiredTrainingOf({ query, volunteerId: id })
  }
  return { id, userId }
}

/** A child with a family and one parent. */
export const aChild = async ({
  query,
  name = 'Robin Testerton',
}: Given & { name?: string }): Promise<{ id: string; familyId: string; guardianId: string }> => {
  const familyId = await insertOne({
    query,
    collection: 'families',
    row: { name: 'The Testertons', home_address: '2 Invented Road, Andover', row_version: 1 },
  })
  const guardianId = await insertOne({
    query,
    collection: 'guardians',
    row: {
      name: 'Alex Testerton',
      family_id: familyId,
      relationship: 'Mother',
      email: `${randomUUID()}@example.invalid`,
      mobile: '07700 900456',
      parental_responsibility: true,
      contact_rule: 'usual',
      row_version: 1,
    },
  })
  const id = await insertOne({
    query,
    collection: 'children',
    row: { name, born_on: '2014-01-20', family_id: familyId, row_version: 1 },
  })
  return { id, familyId, guardianId }
}

/** A parent's answers, all yes unless told, given on 1 December 2025. */
export const consentFrom = async ({
  query,
  childId,
  guardianId,
  answer = 'yes',
  items = Object.keys(CONSENT_ITEMS) as ConsentItem[],
  decidedOn = '2025-12-01',
}: Given & {
  childId: string
  guardianId: string
  answer?: 'yes' | 'no'
  items?: ConsentItem[]
  decidedOn?: string
}): Promise<void> => {
  for (const item of items)
    await insertOne({
      query,
      collection: 'consents',
      row: {
        child_id: childId,
        guardian_id: guardianId,
        item,
        answer,
        decided_on: decidedOn,
        method: 'paper',
        status: 'given',
        row_version: 1,
      },
    })
}

/** An active match since 8 December 2025. */
export const aMatch = ({
  query,
  childId,
  volunteerId,
  contactId,
  status = 'active',
  endsOn = null,
}: Given & {
  childId: string
  volunteerId: string
  contactId: string
  status?: string
  endsOn?: string | null
}): Promise<string> =>
  insertOne({
    query,
    collection: 'matches',
    row: {
      child_id: childId,
      volunteer_id: volunteerId,
      starts_on: '2025-12-08',
      ends_on: endsOn,
      status,
      frequency: 'weekly',
      committee_contact_id: contactId,
      row_version: 1,
    },
  })

/**
 * Everybody that one meeting needs: a committee with a confirmer, a co-ordinator, a cleared volunteer, a child with
 * consent, a match.
 */
export const aMatchedPair = async ({ query }: Given) => {
  const confirmer = await aPerson({
    query,
    name: 'Casey Standin',
    roles: ['committee'],
    designations: ['meeting-confirmer'],
  })
  const coordinator = await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] })
  const volunteer = await aVolunteer({ query })
  const child = await aChild({ query })
  await consentFrom({ query, childId: child.id, guardianId: child.guardianId })
  const match = await aMatch({ query, childId: child.id, volunteerId: volunteer.id, contactId: confirmer })
  return { confirmer, coordinator, volunteer, child, match }
}

/** The fields of a meeting of a pair on Tuesday 10 March 2026, 4pm in London, as a door would send them. */
export const meetingFields = (
  { match, child, volunteer }: { match: string; child: { id: string; guardianId: string }; volunteer: { id: string } },
  changes: Record<string, unknown> = {},
): Record<string, unknown> => ({
  match,
  child: child.id,
  volunteer: volunteer.id,
  guardian: child.guardianId,
  startsAt: '2026-03-10T16:00:00.000Z',
  minutes: 60,
  kind: 'one-to-one',
  placeKind: 'public',
  place: 'Library café',
  agreedOn: '2026-03-02',
  agreedWay: 'text',
  ...changes,
})
