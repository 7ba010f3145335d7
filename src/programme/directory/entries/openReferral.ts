import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { CostKind } from '../rules.ts'

/** A place as it leaves, with the ids that its parts have in the file. Prices in pence. */
export type LeavingPlace = {
  id: string
  organizationId: string
  contactId: string
  phoneId: string
  costId: string
  attributeId: string
  areaId: string
  categoryId: string
  organisation: string
  category: string
  needs: readonly string[]
  phone: string | null
  email: string | null
  website: string | null
  howToRefer: string | null
  cost: CostKind
  costPence: number | null
  costWords: string | null
  ageFrom: number | null
  ageTo: number | null
  area: string | null
  checkedOn: CalendarDate | null
  changedAt: Date
}

/** A service as the Open Referral UK standard names its parts. What is not known is left out. */
export type Service = {
  id: string
  name: string
  description?: string
  status: 'active'
  url?: string
  email?: string
  fees_description: string
  eligibility_description?: string
  minimum_age?: number
  maximum_age?: number
  assured_date?: CalendarDate
  last_modified: string
  organization: { id: string; name: string; description: string; website?: string; email?: string }
  contacts: Array<{ id: string; email?: string; phones: Array<{ id: string; number: string }> }>
  cost_options: Array<{ id: string; option: string; currency?: 'GBP'; amount?: number; amount_description: string }>
  service_areas: Array<{ id: string; name: string }>
  attributes: Array<{
    id: string
    link_id: string
    link_entity: 'service'
    taxonomy_term_id: string
    taxonomy_term: { id: string; name: string; description: string; taxonomy: string }
  }>
}

/** A directory as the standard's list of services, on one page. */
export type ServicePage = {
  total_items: number
  total_pages: 1
  page_number: 1
  size: number
  first_page: true
  last_page: true
  empty: boolean
  contents: Service[]
}

/** The places in the shape of the Open Referral UK standard, version 3. */
export const asServicePage = (places: readonly LeavingPlace[]): ServicePage => ({
  total_items: places.length,
  total_pages: 1,
  page_number: 1,
  size: places.length,
  first_page: true,
  last_page: true,
  empty: places.length === 0,
  contents: places.map(asService),
})

/** One place as a service with its organisation, contact, cost, ages and kind. */
const asService = (place: LeavingPlace): Service => {
  const { id, organisation, category, needs, phone, email, website, howToRefer, ageFrom, ageTo, area, checkedOn } =
    place
  const helpsWith = needs.length > 0 ? `Helps with: ${needs.join(', ')}` : undefined
  const description = [helpsWith, howToRefer && `How to refer: ${howToRefer}`].filter(Boolean).join('\n')
  const cost = costOf(place)
  return {
    id,
    name: organisation,
    ...(description ? { description } : {}),
    status: 'active',
    ...(website ? { url: website } : {}),
    ...(email ? { email } : {}),
    fees_description: cost.amount_description,
    ...(ageFrom === null && ageTo === null ? {} : { eligibility_description: agesInWords({ ageFrom, ageTo }) }),
    ...(ageFrom === null ? {} : { minimum_age: ageFrom }),
    ...(ageTo === null ? {} : { maximum_age: ageTo }),
    ...(checkedOn ? { assured_date: checkedOn } : {}),
    last_modified: place.changedAt.toISOString(),
    organization: {
      id: place.organizationId,
      name: organisation,
      description: helpsWith ?? category,
      ...(website ? { website } : {}),
      ...(email ? { email } : {}),
    },
    contacts:
      phone || email
        ? [
            {
              id: place.contactId,
              ...(email ? { email } : {}),
              phones: phone ? [{ id: place.phoneId, number: phone }] : [],
            },
          ]
        : [],
    cost_options: [cost],
    service_areas: area ? [{ id: place.areaId, name: area }] : [],
    attributes: [
      {
        id: place.attributeId,
        link_id: id,
        link_entity: 'service',
        taxonomy_term_id: place.categoryId,
        taxonomy_term: {
          id: place.categoryId,
          name: category,
          description: category,
          taxonomy: 'Kinds of places of this directory',
        },
      },
    ],
  }
}

/** The columns of the same in one table, a service a row, headed by where each stands in the standard. */
export const SERVICE_COLUMNS: ReadonlyArray<{
  heading: string
  cell: (service: Service) => string | number | undefined
}> = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'description', cell: ({ description }) => description },
  { heading: 'status', cell: ({ status }) => status },
  { heading: 'url', cell: ({ url }) => url },
  { heading: 'email', cell: ({ email }) => email },
  { heading: 'fees_description', cell: (service) => service.fees_description },
  { heading: 'eligibility_description', cell: (service) => service.eligibility_description },
  { heading: 'minimum_age', cell: (service) => service.minimum_age },
  { heading: 'maximum_age', cell: (service) => service.maximum_age },
  { heading: 'assured_date', cell: (service) => service.assured_date },
  { heading: 'last_modified', cell: (service) => service.last_modified },
  { heading: 'organization.id', cell: ({ organization }) => organization.id },
  { heading: 'organization.name', cell: ({ organization }) => organization.name },
  { heading: 'organization.description', cell: ({ organization }) => organization.description },
  { heading: 'organization.website', cell: ({ organization }) => organization.website },
  { heading: 'contact.id', cell: ({ contacts }) => contacts[0]?.id },
  { heading: 'phone.id', cell: ({ contacts }) => contacts[0]?.phones[0]?.id },
  { heading: 'phone.number', cell: ({ contacts }) => contacts[0]?.phones[0]?.number },
  { heading: 'cost_option.id', cell: (service) => service.cost_options[0]?.id },
  { heading: 'cost_option.option', cell: (service) => service.cost_options[0]?.option },
  { heading: 'cost_option.currency', cell: (service) => service.cost_options[0]?.currency },
  { heading: 'cost_option.amount', cell: (service) => service.cost_options[0]?.amount },
  { heading: 'cost_option.amount_description', cell: (service) => service.cost_options[0]?.amount_description },
  { heading: 'service_area.name', cell: (service) => service.service_areas[0]?.name },
  { heading: 'taxonomy_term.id', cell: ({ attributes }) => attributes[0]?.taxonomy_term.id },
  { heading: 'taxonomy_term.name', cell: ({ attributes }) => attributes[0]?.taxonomy_term.name },
]

/** A range of ages in words: "From 8 to 17", "From 8", "Up to 17", "Any age". */
export const agesInWords = ({ ageFrom, ageTo }: { ageFrom: number | null; ageTo: number | null }): string => {
  if (ageFrom !== null && ageTo !== null) return ageFrom === ageTo ? `Age ${ageFrom}` : `From ${ageFrom} to ${ageTo}`
  if (ageFrom !== null) return `From ${ageFrom}`
  return ageTo === null ? 'Any age' : `Up to ${ageTo}`
}

/** What a place costs, in words: "Free", "£12.50", or as the committee wrote it. */
export const costInWords = ({
  cost,
  costPence,
  costWords,
}: Pick<LeavingPlace, 'cost' | 'costPence' | 'costWords'>): string => {
  if (cost === 'free') return 'Free'
  const words = costWords?.trim() ?? ''
  if (cost === 'words' || costPence === null) return words || 'To be checked'
  const price = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: costPence % 100 === 0 ? 0 : 2,
  }).format(costPence / 100)
  return words && words !== 'To be checked' ? `${price}, ${words}` : price
}

const costOf = ({ costId, ...said }: LeavingPlace): Service['cost_options'][number] => ({
  id: costId,
  option: said.cost === 'free' ? 'Free' : 'Usual price',
  ...(said.cost === 'free' ? { currency: 'GBP' as const, amount: 0 } : {}),
  ...(said.cost === 'price' && said.costPence !== null
    ? { currency: 'GBP' as const, amount: said.costPence / 100 }
    : {}),
  amount_description: costInWords(said),
})
