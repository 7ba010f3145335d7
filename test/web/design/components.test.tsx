import { describe, expect, test } from '@jest/globals'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IDEMPOTENCY_FIELD } from '../../../src/core/http/idempotency.ts'
import { BackLink } from '../../../src/web/design/BackLink.tsx'
import { Button } from '../../../src/web/design/Button.tsx'
import { ButtonLink } from '../../../src/web/design/ButtonLink.tsx'
import { Card } from '../../../src/web/design/Card.tsx'
import { Checkbox } from '../../../src/web/design/Checkbox.tsx'
import { Checkboxes } from '../../../src/web/design/Checkboxes.tsx'
import { DataTable } from '../../../src/web/design/DataTable.tsx'
import { DateField } from '../../../src/web/design/DateField.tsx'
import { Details } from '../../../src/web/design/Details.tsx'
import { EmptyState } from '../../../src/web/design/EmptyState.tsx'
import { ErrorSummary } from '../../../src/web/design/ErrorSummary.tsx'
import { FileField } from '../../../src/web/design/FileField.tsx'
import { Form } from '../../../src/web/design/Form.tsx'
import { Heading } from '../../../src/web/design/Heading.tsx'
import { MemorableDateField } from '../../../src/web/design/MemorableDateField.tsx'
import { NextThing } from '../../../src/web/design/NextThing.tsx'
import { Notice } from '../../../src/web/design/Notice.tsx'
import { Page } from '../../../src/web/design/Page.tsx'
import { currentMark, pageFrame } from '../../../src/web/design/pageFrame.ts'
import { Pagination } from '../../../src/web/design/Pagination.tsx'
import { Radios } from '../../../src/web/design/Radios.tsx'
import { renderPage } from '../../../src/web/design/renderPage.ts'
import { Select } from '../../../src/web/design/Select.tsx'
import { SummaryList } from '../../../src/web/design/SummaryList.tsx'
import { Tag } from '../../../src/web/design/Tag.tsx'
import { TaskList } from '../../../src/web/design/TaskList.tsx'
import { TextArea } from '../../../src/web/design/TextArea.tsx'
import { TextField } from '../../../src/web/design/TextField.tsx'
import { TimeField } from '../../../src/web/design/TimeField.tsx'
import { Track } from '../../../src/web/design/Track.tsx'

/**
 * The HTML of an element without drawings and class names, which say nothing to anybody who cannot see; attributes by
 * alphabet.
 */
const html = (element: ReactElement): string =>
  renderToStaticMarkup(element)
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(
      /<(\w+)((?: [\w-]+="[^"]*")+)(\/?)>/g,
      (_, name: string, given: string, end: string) => `<${name}${inOrder(given)}${end}>`,
    )

const inOrder = (attributes: string): string =>
  [...attributes.matchAll(/ ([\w-]+)(="[^"]*")/g)]
    .map(([, name = '', value = '']) => ` ${name.toLowerCase()}${value}`)
    .filter((attribute) => !attribute.startsWith(' class='))
    .sort()
    .join('')

const visitor = pageFrame({ charityName: 'Kids on Track', programmeName: 'Mentoring' })
const navigation = [
  { href: '/portal', text: 'Home' },
  { href: '/portal/meetings', text: 'Meetings' },
]
const member = pageFrame({
  charityName: 'Kids on Track',
  programmeName: 'Mentoring',
  homeHref: '/portal',
  address: '/portal/meetings/7',
  navigation,
  worryHref: '/portal/worry',
  signOut: { action: '/sign-out', idempotencyKey: 'leave-1', signedInAs: 'Robin Example' },
})

describe('a page', () => {
  const page = renderPage(
    <Page frame={member} title="Meetings" back={{ href: '/portal', text: 'Back to home' }}>
      <Heading>Meetings</Heading>
    </Page>,
  )

  test('is a whole British English document whose title starts with what it is for', () => {
    expect(page).toMatch(/^<!DOCTYPE html><html lang="en-GB"><head>/)
    expect(page).toContain('<title>Meetings – Mentoring – Kids on Track</title>')
    expect(page).toContain('name="viewport" content="width=device-width, initial-scale=1"')
    expect(page).toContain(`<link rel="stylesheet" href="${member.links.stylesheet}"/>`)
  })

  test('names charity, navigation and content, with a way past them', () => {
    expect(page).toMatch(/<body><a class="skip-link" href="#main">Skip to main content<\/a>/)
    expect(page).toContain('<main id="main"')
    expect(page).toContain('<nav class="navigation" aria-label="Portal">')
    expect(page).toMatch(/<a class="back-link" href="\/portal">.*?Back to home<\/a>/)
  })

  test('[SAF-1] shows the way to report a worry twice to those who are signed in, and not to visitors', () => {
    expect(page.match(/href="\/portal\/worry"/g)).toHaveLength(2)
    expect(page).toContain('href="tel:999"')
    expect(
      renderPage(
        <Page frame={visitor} title="Consent">
          {null}
        </Page>,
      ),
    ).not.toContain('Report a worry')
  })

  test('signs out by a post that carries its key', () => {
    expect(page).toMatch(
      new RegExp(
        `<form [^>]*action="/sign-out" method="post"><input type="hidden" name="${IDEMPOTENCY_FIELD}" value="leave-1"/>`,
      ),
    )
    expect(page).toContain('Signed in as <strong>Robin Example</strong>')
  })

  test('holds no style and no script of its own, which the security policy would refuse', () => {
    expect(page).not.toMatch(/<style|<script(?![^>]* src=)| style="| on[a-z]+="/)
  })

  test('carries the nonce on every script', () => {
    const scripted = renderPage(
      <Page frame={{ ...visitor, nonce: 'once-1' }} title="Log" scripts={['/assets/draft.js']}>
        {null}
      </Page>,
    )
    expect(scripted).toContain('<script type="module" src="/assets/draft.js" nonce="once-1"></script>')
  })

  test('says "Error:" first and shows the summary before anything else when something is wrong', () => {
    const wrong = renderPage(
      <Page
        frame={visitor}
        title="Your child"
        errors={{ name: 'Enter a name' }}
        generalErrors={['This form was sent already']}
      >
        <h1>Your child</h1>
      </Page>,
    )
    expect(wrong).toContain('<title>Error: Your child – Mentoring – Kids on Track</title>')
    expect(wrong.indexOf('There is a problem')).toBeLessThan(wrong.indexOf('<h1>'))
  })

  test('cannot be broken by what people are called', () => {
    const named = renderPage(
      <Page frame={pageFrame({ charityName: '<b>&"', programmeName: "O'Neil" })} title={'</title><script>'}>
        {null}
      </Page>,
    )
    expect(named).toContain('<title>&lt;/title&gt;&lt;script&gt; – O&#x27;Neil – &lt;b&gt;&amp;&quot;</title>')
    expect(named).not.toContain('<b>')
  })
})

describe('the navigation', () => {
  test.each([
    ['/portal', '/portal', 'page'],
    ['/portal', '/portal/meetings', undefined],
    ['/portal/meetings', '/portal/meetings', 'page'],
    ['/portal/meetings', '/portal/meetings/7', 'true'],
    ['/portal', '/portal/meetings/7', undefined],
    ['/portal/meetings', '/portal/meetings-old', undefined],
    ['/portal', '/portal/elsewhere', 'true'],
    ['/portal', undefined, undefined],
  ])('%s on the page %s is marked %s', (href, address, mark) => {
    expect(currentMark({ href, address, navigation })).toBe(mark)
  })

  test('marks one link only', () => {
    const page = renderPage(
      <Page frame={member} title="Meeting">
        {null}
      </Page>,
    )
    expect(page.match(/aria-current/g)).toHaveLength(1)
    expect(page).toContain('<a href="/portal/meetings" aria-current="true">Meetings</a>')
  })
})

describe('the error summary', () => {
  test('takes the focus and links to each field in its words', () => {
    const summary = html(<ErrorSummary errors={{ name: 'Enter a name', born: 'Enter a date of birth' }} />)
    expect(summary).toMatch(/^<div aria-labelledby="error-summary" autofocus="" role="group" tabindex="-1">/)
    expect(summary).toContain('<h2 id="error-summary">There is a problem</h2>')
    expect(summary).toContain(
      '<li><a href="#field-name">Enter a name</a></li><li><a href="#field-born">Enter a date of birth</a></li>',
    )
  })

  test('is not there when nothing is wrong', () => {
    expect(html(<ErrorSummary errors={{}} />)).toBe('')
  })
})

describe('a form', () => {
  test('posts without the browser’s own checks, with its key and what goes along unseen', () => {
    expect(
      html(
        <Form action="/portal/log" idempotencyKey="log-1" hidden={{ version: '3' }}>
          <p>Fields</p>
        </Form>,
      ),
    ).toBe(
      `<form action="/portal/log" method="post" novalidate=""><p>Fields</p><input name="${IDEMPOTENCY_FIELD}" type="hidden" value="log-1"/><input name="version" type="hidden" value="3"/></form>`,
    )
  })

  test('sends files as parts', () => {
    expect(
      html(
        <Form action="/a" idempotencyKey="k" upload>
          {null}
        </Form>,
      ),
    ).toContain('enctype="multipart/form-data"')
  })
})

describe.each<[string, (given: { hint?: string; error?: string; optional?: boolean }) => ReactElement]>([
  ['text', (given) => <TextField name="it" label="The label" value="typed &amp; kept" {...given} />],
  ['several lines', (given) => <TextArea name="it" label="The label" value="typed &amp; kept" {...given} />],
  ['a date', (given) => <DateField name="it" label="The label" value="2026-03-03" {...given} />],
  ['a time', (given) => <TimeField name="it" label="The label" value="16:00" {...given} />],
  ['a file', (given) => <FileField name="it" label="The label" {...given} />],
  [
    'a choice of many',
    (given) => (
      <Select
        name="it"
        label="The label"
        value="b"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
        {...given}
      />
    ),
  ],
])('a field for %s', (_, field) => {
  test('has a label of its own and says nothing it need not', () => {
    const plain = html(field({}))
    expect(plain).toContain('<label for="field-it">The label</label>')
    expect(plain).toMatch(/<(input|textarea|select) id="field-it" name="it"[ >]/)
    expect(plain).not.toMatch(/aria-|optional|\*/)
  })

  test('is described by its hint, then its error', () => {
    const wrong = html(field({ hint: 'Some help', error: 'Enter it' }))
    expect(wrong).toContain('aria-describedby="field-it-hint field-it-error" aria-invalid="true"')
    expect(wrong).toContain('<div id="field-it-hint">Some help</div>')
    expect(wrong).toContain('<p id="field-it-error"><span><span>Error: </span>Enter it</span></p>')
    expect(html(field({ hint: 'Some help' }))).toContain('aria-describedby="field-it-hint"')
  })

  test('says when it is optional', () => {
    expect(html(field({ optional: true }))).toContain('>The label<span> (optional)</span></label>')
  })
})

describe('what was typed', () => {
  test('is kept to the letter', () => {
    expect(html(<TextField name="a" label="A" value={' "O\'Neil" <3 '} />)).toContain(
      'value=" &quot;O&#x27;Neil&quot; &lt;3 "',
    )
    expect(html(<TextArea name="a" label="A" value={'\nfirst\n</textarea>'} />)).toContain(
      '>\n\nfirst\n&lt;/textarea&gt;</textarea>',
    )
    expect(html(<DateField name="a" label="A" value="2026-02-29" />)).toContain('value="2026-02-29"')
    expect(html(<TimeField name="a" label="A" value="16:00" />)).toContain('value="16:00"')
    expect(html(<Select name="a" label="A" value="b" options={[{ value: 'b', label: 'B' }]} />)).toContain(
      '<option selected="" value="b">B</option>',
    )
    expect(html(<MemorableDateField name="a" label="A" value={{ day: '31', month: 'Feb', year: '' }} />)).toMatch(
      /name="a-day"[^>]*value="31".*name="a-month"[^>]*value="Feb".*name="a-year"[^>]*value=""/,
    )
  })

  test('never comes back for a password unless a page asks for it', () => {
    expect(
      html(<TextField name="password" label="Password" type="password" autoComplete="current-password" />),
    ).toContain(
      '<input autocapitalize="none" autocomplete="current-password" id="field-password" name="password" type="password"/>',
    )
  })
})

describe('a question for the whole page', () => {
  test('makes its label the heading', () => {
    expect(html(<TextField name="a" label="What is your name?" question caption="Question 1 of 4" />)).toContain(
      '<h1><span>Question 1 of 4 </span><label for="field-a">What is your name?</label></h1>',
    )
    expect(html(<Radios name="a" label="Do you agree?" question options={[]} />)).toContain(
      '<legend><h1>Do you agree?</h1></legend>',
    )
  })
})

describe('choices', () => {
  const options = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No', hint: 'You can change your mind' },
  ]

  test('[CON-2] nothing is chosen beforehand', () => {
    expect(html(<Radios name="a" label="A" options={options} />)).not.toContain('checked')
    expect(html(<Checkboxes name="a" label="A" options={options} />)).not.toContain('checked')
    expect(html(<Checkbox name="a" label="A" />)).not.toContain('checked')
  })

  test('stand in a group named by the question, described by hint and error', () => {
    const radios = html(
      <Radios
        name="a"
        label="Do you agree?"
        hint="Any answer is fine"
        error="Choose yes or no"
        options={options}
        value="no"
      />,
    )
    expect(radios).toMatch(/^<fieldset aria-describedby="field-a-hint field-a-error"><legend>Do you agree\?<\/legend>/)
    expect(radios).toContain('<input id="field-a" name="a" type="radio" value="yes"/><label for="field-a">Yes</label>')
    expect(radios).toContain(
      '<input aria-describedby="field-a-2-hint" checked="" id="field-a-2" name="a" type="radio" value="no"/>',
    )
  })

  test('take any number of ticks', () => {
    expect(
      html(<Checkboxes name="a" label="A" options={options} values={['yes', 'no']} />).match(/checked=""/g),
    ).toHaveLength(2)
  })

  test('a single statement posts yes and carries its error', () => {
    const statement = html(<Checkbox name="agreed" label="I have parental responsibility" error="Tick the box" />)
    expect(statement).toContain(
      '<input aria-describedby="field-agreed-error" aria-invalid="true" id="field-agreed" name="agreed" type="checkbox" value="yes"/>',
    )
    expect(statement).toContain('id="field-agreed-error"')
  })
})

test('a memorable date is three labelled inputs in a group, and the summary leads to the first', () => {
  const date = html(
    <MemorableDateField
      name="born"
      label="Date of birth"
      hint="For example, 31 3 2014"
      error="Enter a date"
      ownBirthday
    />,
  )
  expect(date).toMatch(/^<fieldset aria-describedby="field-born-hint field-born-error"><legend>Date of birth<\/legend>/)
  expect(date).toContain(
    '<label for="field-born">Day</label><input aria-invalid="true" autocomplete="bday-day" id="field-born" inputmode="numeric" name="born-day" type="text" value=""/>',
  )
  for (const part of ['day', 'month', 'year']) expect(date).toContain(`autocomplete="bday-${part}"`)
})

test('buttons say what they do, also to those who hear only them', () => {
  expect(
    html(
      <Button name="intent" value="remove" variant="warning" hiddenText="the receipt">
        Remove
      </Button>,
    ),
  ).toBe('<button name="intent" type="submit" value="remove">Remove<span> the receipt</span></button>')
  expect(html(<ButtonLink href="/portal/log">Log this meeting</ButtonLink>)).toBe(
    '<a href="/portal/log">Log this meeting</a>',
  )
  expect(html(<BackLink href="/portal" />)).toBe('<a href="/portal">Back</a>')
})

test('answers to check name what is changed, and say what is missing', () => {
  const list = html(
    <SummaryList
      rows={[
        { term: 'Place', value: 'Library', change: { href: '/log#field-place', hiddenText: 'the place' } },
        { term: 'Comment', value: '', change: { href: '/log#field-comment', hiddenText: 'the comment' } },
        { term: 'Count', value: 0 },
      ]}
    />,
  )
  expect(list).toContain(
    '<dt>Place</dt><dd>Library</dd><dd><a href="/log#field-place">Change<span> the place</span></a></dd>',
  )
  expect(list).toContain('<dt>Comment</dt><dd><span>Not provided</span></dd>')
  expect(list).toContain('<dt>Count</dt><dd>0</dd></div>')
})

test('a task that cannot start yet has no link, and a finished one no tag', () => {
  const list = renderToStaticMarkup(
    <TaskList
      label="Before you start"
      tasks={[
        { title: 'Sign', href: '/sign', status: 'completed' },
        { title: 'Read', href: '/read', status: 'to do' },
        { title: 'Meet', status: 'cannot start yet' },
        { title: 'Wait', status: { text: 'With the committee', tone: 'waiting' } },
      ]}
    />,
  )
  const [, sign = '', read = '', meet = '', wait = ''] = list.split('<li')
  const status = / aria-describedby="([^"]+)"/.exec(sign)?.[1] ?? ''
  expect(sign).toMatch(new RegExp(`id="${status}">Completed</span>`))
  expect(read).toContain('<strong class="tag tag--information">To do</strong>')
  expect(meet).not.toContain('<a')
  expect(meet).toContain('Cannot start yet')
  expect(wait).toContain('<strong class="tag tag--waiting">With the committee</strong>')
  expect(html(<Tag text="Open" />)).toBe('<strong>Open</strong>')
})

test('two task lists on a page share no id', () => {
  const list = <TaskList label="A" tasks={[{ title: 'One', href: '/1', status: 'to do' }]} />
  const ids = [
    ...renderToStaticMarkup(
      <div>
        {list}
        {list}
      </div>,
    ).matchAll(/ id="([^"]+)"/g),
  ].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
})

test('a track says in words how far it is', () => {
  const track = html(
    <Track
      label="Your grant"
      steps={[
        { title: 'Sent', state: 'done' },
        { title: 'Decided', state: 'now', detail: 'By Friday' },
        { title: 'Paid', state: 'to come' },
      ]}
    />,
  )
  expect(track).toContain('<ol aria-label="Your grant"><li><span>Sent<span> (done)</span></span></li>')
  expect(track).toContain(
    '<li aria-current="step"><span>Decided<span> (happening now)</span></span><div>By Friday</div></li>',
  )
  expect(track).toContain('Paid<span> (still to come)</span>')
})

test('a notice says its kind in words, and takes the focus only when it is news', () => {
  expect(html(<Notice tone="danger" title="Stop" />)).toBe('<div><div><p><span>Danger: </span>Stop</p></div></div>')
  expect(html(<Notice tone="success" title="Sent" announced />)).toMatch(
    /^<div autofocus="" role="status" tabindex="-1">.*Success: /,
  )
  expect(html(<Notice tone="danger" title="Not stored" announced />)).toMatch(/^<div autofocus="" role="alert"/)
})

test('a card is one link or none of its own', () => {
  expect(html(<Card title="A.B." href="/portal/children/1" level={3} />)).toBe(
    '<div><div><h3><a href="/portal/children/1">A.B.</a></h3></div></div>',
  )
  expect(
    html(
      <Card title="A.B.">
        <p>Every week</p>
      </Card>,
    ),
  ).toBe('<div><div><h2>A.B.</h2></div><div><p>Every week</p></div></div>')
})

test('the next thing is a part of the page with its own name', () => {
  const next = renderToStaticMarkup(
    <NextThing
      caption="Your next meeting"
      title="Meeting with A.B."
      facts={[{ icon: 'calendar', text: 'Tuesday 10 March, 4pm' }]}
      actions={<ButtonLink href="/log">Log</ButtonLink>}
    />,
  )
  const id = /aria-labelledby="([^"]+)"/.exec(next)?.[1]
  expect(next).toContain(`<h2 class="next-thing__title" id="${id}">`)
  expect(next).toContain('<span>Tuesday 10 March, 4pm</span>')
})

test('a list of one page has no way through it, a longer one both ways', () => {
  const pages = (page: number, count: number): string =>
    html(<Pagination page={page} pages={count} label="Logs" hrefFor={(number) => `/logs?page=${number}`} />)
  expect(pages(1, 1)).toBe('')
  expect(pages(1, 3)).not.toContain('Previous')
  expect(pages(3, 3)).not.toContain('Next')
  expect(pages(2, 3)).toContain(
    '<nav aria-label="Logs, pages"><a href="/logs?page=1" rel="prev">Previous<span> page</span></a><span>Page 2 of 3</span><a href="/logs?page=3" rel="next">',
  )
})

test('a table names itself, its columns and its rows, also when it is laid out as blocks', () => {
  const table = html(
    <DataTable
      caption="Claims"
      rows={[{ id: '1', what: 'Bus', pence: 620 }]}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', header: 'What', cell: (row) => row.what },
        {
          key: 'pence',
          header: 'Cost',
          cell: (row) => `£${(row.pence / 100).toFixed(2)}`,
          numeric: true,
          sort: { href: '/claims?sort=cost', direction: 'ascending' },
        },
      ]}
    />,
  )
  expect(table).toContain(
    '<table role="table"><caption>Claims</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">What</th>',
  )
  expect(table).toContain(
    '<th aria-sort="ascending" role="columnheader" scope="col"><a href="/claims?sort=cost">Cost</a></th>',
  )
  expect(table).toContain(
    '<tr role="row"><th role="rowheader" scope="row">Bus</th><td data-header="Cost" role="cell">£6.20</td></tr>',
  )
})

test('an empty list says so and what to do first; details open by themselves', () => {
  expect(html(<EmptyState title="No meetings yet" action={<ButtonLink href="/new">Suggest one</ButtonLink>} />)).toBe(
    '<div><p>No meetings yet</p><div><a href="/new">Suggest one</a></div></div>',
  )
  expect(
    html(
      <Details summary="Why we ask">
        <p>Because</p>
      </Details>,
    ),
  ).toBe('<details><summary>Why we ask</summary><div><p>Because</p></div></details>')
})
