import { londonDate, speakDate } from '../../../core/clock/londonDates.ts'
import { SEARCH } from '../../../core/fields/commonTexts.ts'
import {
  directoryAddress,
  directoryFilterIn,
  filterParts,
  isAskedFor,
  type DirectoryFilter,
} from '../../../programme/directory/entries/filter.ts'
import { agesInWords, costInWords } from '../../../programme/directory/entries/openReferral.ts'
import {
  categoriesInUse,
  listedPlaces,
  ownSuggestions,
  type ListedPlace,
  type OwnSuggestion,
} from '../../../programme/directory/queries.ts'
import { reliableFirst } from '../../../programme/directory/rules.ts'
import { readDirectorySettings } from '../../../programme/directory/settings.ts'
import { Button } from '../../design/Button.tsx'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { Card } from '../../design/Card.tsx'
import { Checkbox } from '../../design/Checkbox.tsx'
import { Details } from '../../design/Details.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Notice } from '../../design/Notice.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { Select } from '../../design/Select.tsx'
import { Tag, type TagTone } from '../../design/Tag.tsx'
import { TextField } from '../../design/TextField.tsx'
import type { PortalHandler } from '../../visit/handler.ts'
import { portalNotices } from '../notices.ts'
import { openPage } from '../../visit/openPage.ts'
import { PlaceButtons } from './PlaceButtons.tsx'
import { checkedInWords, relianceTag } from './placeWords.ts'

/**
 * The directory of places outside the programme, searched by the address alone, and what the person suggested [DIR-1].
 */
export const showDirectory: PortalHandler = async ({ services, request, response }) => {
  const { actor, query, now, frame } = await openPage({ services, request, response })
  const filter = directoryFilterIn(request.query)
  const [places, categories, suggestions, { checkMonths }] = await Promise.all([
    listedPlaces({ query, actor }),
    categoriesInUse({ query }),
    ownSuggestions({ query, actor }),
    readDirectorySettings({ query }),
  ])
  response
    .type('html')
    .send(
      renderPage(
        <DirectoryPage
          frame={frame}
          filter={filter}
          places={places}
          categories={categories.map(({ name }) => name)}
          suggestions={suggestions}
          today={londonDate(now)}
          checkMonths={checkMonths}
          notice={portalNotices.read(request)}
        />,
      ),
    )
}

type DirectoryProps = {
  frame: PageFrame
  filter: DirectoryFilter
  places: readonly ListedPlace[]
  categories: readonly string[]
  suggestions: readonly OwnSuggestion[]
  today: string
  checkMonths: number
  notice: string | undefined
}

const DirectoryPage = ({
  frame,
  filter,
  places,
  categories,
  suggestions,
  today,
  checkMonths,
  notice,
}: DirectoryProps) => {
  const found = reliableFirst({ places: places.filter((place) => isAskedFor({ place, filter })), today, checkMonths })
  return (
    <Page frame={frame} title="Directory" back={{ href: '/portal' }}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>Directory</Heading>
      <p>
        Places outside our programme that may help a child or a family. Bring what is too big for you to the committee:
        they refer, you need not.
      </p>
      <Search filter={filter} places={places} categories={categories} />
      <section className="flow" aria-labelledby="places">
        <Heading level={2} id="places">
          {placesInWords({ found: found.length, all: places.length })}
        </Heading>
        <Chips filter={filter} />
        {places.length === 0 ? (
          <EmptyState title="There is no place in the directory yet.">
            The committee fills it. Do you know one? Suggest it.
          </EmptyState>
        ) : null}
        {places.length > 0 && found.length === 0 ? (
          <EmptyState title="Nothing fits all of this.">
            <p>
              <a href={directoryAddress({})}>Show every place</a>, or ask the committee. They may know somebody.
            </p>
          </EmptyState>
        ) : null}
        {found.map((place) => (
          <PlaceCard key={place.id} place={place} today={today} checkMonths={checkMonths} />
        ))}
      </section>
      <section className="flow" aria-labelledby="suggest">
        <Heading level={2} id="suggest">
          Do you know a place that helps?
        </Heading>
        <div className="button-row">
          <ButtonLink href="/portal/directory/suggest" variant="secondary">
            Suggest a place
          </ButtonLink>
        </div>
      </section>
      {suggestions.length > 0 ? <Suggestions suggestions={suggestions} /> : null}
    </Page>
  )
}

const placesInWords = ({ found, all }: { found: number; all: number }): string =>
  found === all ? `${all} ${all === 1 ? 'place' : 'places'}` : `${found} of ${all} places`

/** A form that asks and changes nothing: it leads to an address that can be kept. */
const Search = ({
  filter: { text, need, category, age, isFree },
  places,
  categories,
}: {
  filter: DirectoryFilter
  places: readonly ListedPlace[]
  categories: readonly string[]
}) => {
  const needs = [...new Set(places.flatMap((place) => place.needs))].sort((one, other) =>
    one.localeCompare(other, 'en-GB'),
  )
  const choices = (names: readonly string[], chosen: string | undefined) =>
    (chosen === undefined || names.includes(chosen) ? names : [...names, chosen]).map((name) => ({
      value: name,
      label: name,
    }))
  const isOpen = [need, category, age, isFree].some((part) => part !== undefined)
  return (
    <form className="form flow" role="search" method="get" action="/portal/directory">
      <TextField name="text" type="search" label="Search in words" value={text} maxLength={SEARCH.longest} />
      <Details summary="Search by need, kind, age and cost" open={isOpen}>
        <Select name="need" label="Need" prompt="Any need" value={need} options={choices(needs, need)} />
        <Select
          name="category"
          label="Kind of place"
          prompt="Any kind"
          value={category}
          options={choices(categories, category)}
        />
        <TextField
          name="age"
          label="Age of the child"
          inputMode="numeric"
          width="short"
          value={age === undefined ? undefined : String(age)}
          maxLength={2}
        />
        <Checkbox name="cost" value="free" label="Only what is free" checked={isFree} />
      </Details>
      <Button>Search</Button>
    </form>
  )
}

const Chips = ({ filter }: { filter: DirectoryFilter }) => {
  const parts = filterParts(filter)
  if (parts.length === 0) return null
  return (
    <ul className="chips" aria-label="You asked for">
      {parts.map(({ words, without }) => (
        <li key={words}>
          <a className="chip" href={without}>
            {words}
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden">: take this off</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const PlaceCard = ({ place, today, checkMonths }: { place: ListedPlace; today: string; checkMonths: number }) => {
  const tag = relianceTag({ place, today, checkMonths })
  return (
    <Card title={place.organisation} level={3} aside={tag ? <Tag {...tag} /> : undefined}>
      <p>{[place.category, ...(place.needs.length > 0 ? [`Helps with ${place.needs.join(', ')}`] : [])].join('. ')}</p>
      <p>{[agesInWords(place), `Cost: ${costInWords(place)}`, ...(place.area ? [place.area] : [])].join('. ')}</p>
      <PlaceButtons place={place} />
      <p>
        <a href={`/portal/directory/${place.id}`}>
          How to refer<span className="visually-hidden">: {place.organisation}</span>
        </a>
        <span className="muted"> · {checkedInWords(place.checkedOn)}</span>
      </p>
    </Card>
  )
}

const Suggestions = ({ suggestions }: { suggestions: readonly OwnSuggestion[] }) => (
  <section className="flow" aria-labelledby="suggestions">
    <Heading level={2} id="suggestions">
      What you suggested
    </Heading>
    {suggestions.map(({ id, organisation, kind, status, answer, suggestedAt }) => (
      <Card key={id} title={organisation} level={3} aside={<Tag {...STANDING[status]} />}>
        <p>
          {kind === 'new-place' ? 'A new place' : 'Out of date'}, sent on {speakDate(londonDate(suggestedAt))}
        </p>
        {answer ? <p className="as-typed">The committee says: “{answer}”</p> : null}
      </Card>
    ))}
  </section>
)

const STANDING: Readonly<Record<OwnSuggestion['status'], { text: string; tone: TagTone }>> = {
  open: { text: 'Waiting for the committee', tone: 'waiting' },
  accepted: { text: 'Taken up', tone: 'good' },
  declined: { text: 'Declined', tone: 'neutral' },
}
