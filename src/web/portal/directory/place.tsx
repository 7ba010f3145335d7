import { londonDate, speakDate } from '../../../core/clock/londonDates.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { agesInWords, costInWords } from '../../../programme/directory/entries/openReferral.ts'
import { listedPlace, type ListedPlace } from '../../../programme/directory/queries.ts'
import { readDirectorySettings } from '../../../programme/directory/settings.ts'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { Heading } from '../../design/Heading.tsx'
import { Page } from '../../design/Page.tsx'
import type { PageFrame } from '../../design/pageFrame.ts'
import { renderPage } from '../../design/renderPage.ts'
import { SummaryList } from '../../design/SummaryList.tsx'
import { Tag } from '../../design/Tag.tsx'
import type { PortalHandler } from '../../visit/handler.ts'
import { idIn, openPage, type OpenedPage } from '../../visit/openPage.ts'
import { PlaceButtons } from './PlaceButtons.tsx'
import { checkedInWords, relianceTag } from './placeWords.ts'

/** One place of the directory: how to reach it, how to refer, and how far the entry can be relied on [DIR-1]. */
export const showPlace: PortalHandler = async (given) => {
  const { frame, now, query, place } = await openPlace(given)
  const { checkMonths } = await readDirectorySettings({ query })
  given.response
    .type('html')
    .send(renderPage(<PlacePage frame={frame} place={place} today={londonDate(now)} checkMonths={checkMonths} />))
}

/** What the pages about one place start from. Throws 404 for what is not in the directory, or not for this person. */
export const openPlace = async (given: Parameters<PortalHandler>[0]): Promise<OpenedPage & { place: ListedPlace }> => {
  const page = await openPage(given)
  const place = await listedPlace({ ...page, id: idIn(given.request) })
  if (!place) throw notFoundError()
  return { ...page, place }
}

const PlacePage = ({
  frame,
  place,
  today,
  checkMonths,
}: {
  frame: PageFrame
  place: ListedPlace
  today: string
  checkMonths: number
}) => {
  const tag = relianceTag({ place, today, checkMonths })
  return (
    <Page frame={frame} title={place.organisation} back={{ href: '/portal/directory', text: 'Directory' }}>
      <Heading caption={place.category}>{place.organisation}</Heading>
      {tag ? <Tag {...tag} /> : null}
      <PlaceButtons place={place} />
      <SummaryList
        rows={[
          { term: 'Helps with', value: place.needs.join(', ') },
          {
            term: 'How to refer',
            value: place.howToRefer ? <span className="words">{place.howToRefer}</span> : undefined,
          },
          { term: 'Cost', value: costInWords(place) },
          { term: 'Age', value: agesInWords(place) },
          { term: 'Where', value: place.area },
          { term: 'Telephone', value: place.phone },
          { term: 'Email', value: place.email },
          { term: 'Last checked', value: place.checkedOn ? speakDate(place.checkedOn) : checkedInWords(null) },
        ]}
      />
      <p>Do not give a child’s name to a place yourself. The committee refers, once the parents have agreed.</p>
      <div className="button-row">
        <ButtonLink
          href={`/portal/directory/${place.id}/out-of-date`}
          variant="secondary"
          hiddenText={`: ${place.organisation}`}
        >
          This is out of date
        </ButtonLink>
      </div>
    </Page>
  )
}
