import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { forbiddenError } from '../../../core/errors/problems.ts'
import { linesOf } from '../../../core/house/defineSetting.ts'
import { writeSheet, type SheetFile } from '../../../core/sheets/writeSheet.ts'
import { isCaseworker } from '../../people/roles.ts'
import { asServicePage, SERVICE_COLUMNS, type LeavingPlace } from './openReferral.ts'

/** The forms in which the directory leaves. */
export type DirectoryForm = 'json' | 'csv'

/**
 * The directory as a file in the shape of the Open Referral UK standard, for the co-ordinator and committee alone (403
 * otherwise). Places that are a private person stay here, and so do the committee's notes. Who took it, in which form
 * and how many is recorded before it is given [DAT-6].
 */
export const directoryFile = async ({ work, form }: { work: Work; form: DirectoryForm }): Promise<SheetFile> => {
  if (!isCaseworker(work.actor)) throw forbiddenError()
  const page = asServicePage(await leavingPlaces(work))
  await inTransaction({
    req: work.req,
    work: () =>
      recordEvent({
        work,
        event: {
          action: 'export',
          collection: 'directory-entries',
          recordId: null,
          detail: { form, rows: page.total_items },
        },
      }),
  })
  const name = `directory-${londonDate(work.now)}`
  if (form === 'json')
    return {
      name: `${name}.json`,
      contentType: 'application/json; charset=utf-8',
      body: Buffer.from(JSON.stringify(page, undefined, 2)),
    }
  return writeSheet({
    form,
    name,
    headings: SERVICE_COLUMNS.map(({ heading }) => heading),
    rows: page.contents.map((service) => SERVICE_COLUMNS.map(({ cell }) => String(cell(service) ?? ''))),
    columnWidths: SERVICE_COLUMNS.map(() => 24),
  })
}

/** An id of a part follows from its place's, so that two exports name the same things alike. */
const leavingPlaces = async ({ query }: Work): Promise<LeavingPlace[]> => {
  const rows = await query<Omit<LeavingPlace, 'needs'> & { needs: string | null }>(
    `select e.id, ${PARTS.map(([part, name]) => `overlay(overlay(md5('${part}/' || e.id) placing '8' from 13) placing '8' from 17)::uuid as "${name}"`).join(', ')}, c.id as "categoryId", e.organisation, c.name as category, e.needs, nullif(e.phone, '') as phone, nullif(e.email, '') as email,
       nullif(e.website, '') as website, nullif(e.how_to_refer, '') as "howToRefer", e.cost::text as cost, e.cost_pence::float8 as "costPence", e.cost_words as "costWords", e.age_from::float8 as "ageFrom", e.age_to::float8 as "ageTo",
       nullif(e.area, '') as area, e.checked_on as "checkedOn", e.updated_at as "changedAt"
     from directory_entries e join directory_categories c on c.id = e.category_id where e.status = 'listed' and not coalesce(e.is_private_person, false) order by lower(e.organisation), e.id`,
  )
  return rows.map(({ needs, ...row }) => ({ ...row, needs: linesOf(needs ?? '') }))
}

const PARTS = [
  ['organization', 'organizationId'],
  ['contact', 'contactId'],
  ['phone', 'phoneId'],
  ['cost_option', 'costId'],
  ['attribute', 'attributeId'],
  ['service_area', 'areaId'],
] as const
