import type { Payload } from 'payload'
import type { ListPreferences } from '@payloadcms/ui'
import type { Workflow } from '../../core/workflow/workflow.ts'
import { PanelLink } from '../menu/PanelLink.tsx'
import { listAddress } from '../today/listAddress.ts'

type ListWaysProps = {
  payload: Payload
  collectionSlug: string
  searchParams?: Record<string, unknown>
  listPreferences?: ListPreferences
}

/** Above a list: the states of its records, each the address of a list of those alone; and the ways to take it along. */
export const ListWays = ({ payload, collectionSlug: slug, searchParams = {}, listPreferences }: ListWaysProps) => {
  const config = payload.collections[slug as 'users'].config
  const workflow = config.custom.workflow as Workflow | undefined
  const asked = stateAsked({ workflow, searchParams })
  return (
    <div className="list-ways">
      {workflow ? (
        <nav aria-label="By how they stand">
          <ul className="list-ways__states">
            <li>
              <PanelLink href={listAddress({ collection: slug })} aria-current={asked === '' ? 'page' : undefined}>
                All
              </PanelLink>
            </li>
            {Object.entries(workflow.states).map(([state, words]) => (
              <li key={state}>
                <PanelLink
                  href={listAddress({ collection: slug, field: workflow.stateField, values: [state] })}
                  aria-current={asked === state ? 'page' : undefined}
                >
                  {words}
                </PanelLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p className="list-ways__out">
        <a href={fileAddress({ slug, form: 'xlsx', searchParams, listPreferences })}>Get as a workbook</a>
        <a href={fileAddress({ slug, form: 'csv', searchParams, listPreferences })}>Get as CSV</a>
      </p>
    </div>
  )
}

/** The one state for which the address asks and nothing else; empty where it asks for nothing, undefined for more. */
const stateAsked = ({
  workflow,
  searchParams,
}: {
  workflow: Workflow | undefined
  searchParams: Record<string, unknown>
}): string | undefined => {
  const filters = Object.entries(searchParams).filter(([name]) => name.startsWith('where'))
  if (filters.length === 0) return ''
  const [[name, value] = ['', ''], ...others] = filters
  const wanted = `where[or][0][and][0][${workflow?.stateField ?? ''}][equals]`
  return others.length === 0 && name === wanted && typeof value === 'string' ? value : undefined
}

/** Where the list is given as a file: with the filter, the order and the columns that are on the screen. */
const fileAddress = ({
  slug,
  form,
  searchParams,
  listPreferences,
}: {
  slug: string
  form: 'csv' | 'xlsx'
  searchParams: Record<string, unknown>
  listPreferences?: ListPreferences
}): string => {
  const query = new URLSearchParams({ form })
  for (const [name, value] of Object.entries(searchParams))
    if (typeof value === 'string' && (name === 'search' || name === 'sort' || name.startsWith('where')))
      query.set(name, value)
  if (listPreferences?.sort && !query.has('sort')) query.set('sort', listPreferences.sort)
  const shown = (listPreferences?.columns ?? []).flatMap(({ accessor, active }) => (active ? [accessor] : []))
  if (shown.length > 0) query.set('columns', shown.join(','))
  return `/api/lists/${slug}?${query.toString()}`
}
