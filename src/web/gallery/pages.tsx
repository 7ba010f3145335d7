import type { ReactElement } from 'react'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Card } from '../design/Card.tsx'
import { CardGrid } from '../design/CardGrid.tsx'
import { ChildMark } from '../design/ChildMark.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import { Checkboxes } from '../design/Checkboxes.tsx'
import { DataTable } from '../design/DataTable.tsx'
import { DateField } from '../design/DateField.tsx'
import { Details } from '../design/Details.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { FileField } from '../design/FileField.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { MemorableDateField } from '../design/MemorableDateField.tsx'
import { NextThing } from '../design/NextThing.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { pageFrame, type PageFrame } from '../design/pageFrame.ts'
import { NotFoundPage } from '../design/pages/NotFoundPage.tsx'
import { PanelPreparingPage } from '../design/pages/PanelPreparingPage.tsx'
import { ProblemPage } from '../design/pages/ProblemPage.tsx'
import { RefusalPage } from '../design/pages/RefusalPage.tsx'
import { SignInPage } from '../design/pages/SignInPage.tsx'
import { TooManyPage } from '../design/pages/TooManyPage.tsx'
import { WhoAreYouPage } from '../design/pages/WhoAreYouPage.tsx'
import { Pagination } from '../design/Pagination.tsx'
import { Radios } from '../design/Radios.tsx'
import { Select } from '../design/Select.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { Tag } from '../design/Tag.tsx'
import { TaskList } from '../design/TaskList.tsx'
import { TextArea } from '../design/TextArea.tsx'
import { TextField } from '../design/TextField.tsx'
import { TimeField } from '../design/TimeField.tsx'
import { Timeline } from '../design/Timeline.tsx'
import { Track } from '../design/Track.tsx'

/**
 * Every component in the company it will keep, on pages like those to come, by their addresses; everybody on them is invented. `nonce`:
 * that of the answer that shows them.
 */
export const galleryPages = ({ nonce }: { nonce: string }): Readonly<Record<string, ReactElement>> => {
  const visitor = visitorFrame(nonce)
  const member = memberFrame(nonce)
  return {
    '/': (
      <WhoAreYouPage
        frame={visitor}
        doors={{
          volunteer: '/sign-in',
          committee: '/admin',
          refer: '/refer',
          apply: '/apply',
          parents: '/parents',
        }}
      />
    ),
    '/sign-in': (
      <SignInPage frame={visitor} action="/sign-in" idempotencyKey="key" next="/portal" forgottenHref="/sign-in/help" />
    ),
    '/sign-in-refused': (
      <SignInPage
        frame={visitor}
        action="/sign-in"
        idempotencyKey="key"
        email="robin@example.org"
        refused
        forgottenHref="/sign-in/help"
      >
        <Notice tone="information" title="You were signed out after an hour without use" />
      </SignInPage>
    ),
    '/portal': <Home frame={member} />,
    '/portal/log': <LogQuestions frame={member} />,
    '/portal/log/errors': <LogErrors frame={member} />,
    '/portal/log/check': <CheckAnswers frame={member} />,
    '/portal/one-question': <OneQuestion frame={visitor} />,
    '/portal/lists': <Lists frame={member} />,
    '/refusal': (
      <RefusalPage
        frame={member}
        attempt="confirm this meeting"
        refusal={{
          rule: 'MTG-3',
          reason: 'A cinema needs a second cleared volunteer.',
          nextStep: 'Add another volunteer whose checks are valid on Tuesday 3 March, or choose another place.',
        }}
        back={{ href: '/portal' }}
        actions={<ButtonLink href="/portal/meetings/1/change">Change the meeting</ButtonLink>}
      />
    ),
    '/too-many': <TooManyPage frame={visitor} waitSeconds={280} back={{ href: '/sign-in' }} />,
    '/problem': (
      <ProblemPage
        frame={member}
        stored="not-stored"
        typed={[
          { label: 'What did you do?', value: 'We walked to the library.\nWe read two chapters.' },
          { label: 'Overall comment', value: '' },
        ]}
        reference="7b1c-40aa"
      />
    ),
    '/not-found': <NotFoundPage frame={member} />,
    '/admin': <PanelPreparingPage frame={visitor} state="building" address="/admin" portalHref="/portal" />,
  }
}

type Framed = { frame: PageFrame }

const visitorFrame = (nonce: string): PageFrame =>
  pageFrame({ charityName: 'Kids on Track', programmeName: 'Mentoring', nonce })

const memberFrame = (nonce: string): PageFrame =>
  pageFrame({
    charityName: 'Kids on Track',
    programmeName: 'Mentoring',
    homeHref: '/portal',
    address: '/portal',
    nonce,
    navigation: [
      { href: '/portal', text: 'Home' },
      { href: '/portal/meetings', text: 'Meetings' },
      { href: '/portal/children', text: 'Children' },
      { href: '/portal/money', text: 'Grants and expenses' },
      { href: '/portal/policies', text: 'Policies' },
      { href: '/portal/guidance', text: 'Guidance' },
    ],
    worryHref: '/portal/worry',
    signOut: { action: '/sign-out', idempotencyKey: 'key', signedInAs: 'Robin Example' },
  })

const Home = ({ frame }: Framed): ReactElement => (
  <Page frame={frame} title="Home" width="wide">
    <Notice tone="success" title="Your log is with the co-ordinator" announced>
      <p>Sent Tuesday 3 March, 4:42pm. Thank you.</p>
    </Notice>
    <Heading>Hello Robin</Heading>
    <NextThing
      caption="Your next meeting"
      title="Meeting with A.B."
      mark={<ChildMark childId="1" name="A.B." />}
      day="2026-03-10"
      tag={{ text: 'Confirmed', tone: 'good' }}
      facts={[
        { icon: 'calendar', text: 'Tuesday 10 March, 4pm to 5:30pm' },
        { icon: 'place', text: 'Beech Street library, the tables by the window' },
        { icon: 'phone', text: <a href="tel:01632960001">Ring A.B.’s parent: 01632 960001</a> },
      ]}
      actions={
        <>
          <ButtonLink href="/portal/log">Log this meeting</ButtonLink>
          <ButtonLink href="/portal/meetings/1/change" variant="secondary">
            Change or cancel
          </ButtonLink>
        </>
      }
    />
    <Heading level={2}>Needs you this week</Heading>
    <TaskList
      label="Needs you this week"
      leads
      tasks={[
        {
          title: 'Read what changed in the mentoring policy',
          href: '/portal/policies/1',
          hint: 'By Friday 13 March',
          status: 'to do',
        },
        {
          title: 'Suggest the next meeting with C.D.',
          href: '/portal/meetings/new',
          hint: 'The last one was 12 days ago',
          status: { text: 'Waiting for you', tone: 'waiting' },
        },
        { title: 'Claim for the swimming kit', hint: 'Once the committee has approved it', status: 'cannot start yet' },
        { title: 'Log for Tuesday 24 February', href: '/portal/log/1', status: 'completed' },
      ]}
    />
    <Heading level={2}>Children</Heading>
    <CardGrid>
      <Card level={3} title="A.B." href="/portal/children/1" mark={<ChildMark childId="1" name="A.B." />}>
        <p>Every week. Next review Monday 6 April.</p>
      </Card>
      <Card level={3} title="C.D." href="/portal/children/2" mark={<ChildMark childId="2" name="C.D." />}>
        <p>Every two weeks. Next review Monday 20 April.</p>
      </Card>
      <Card level={3} title="Your check" aside={<Tag text="60 days left" tone="waiting" />}>
        <p>The co-ordinator will ask you for your new certificate by May.</p>
      </Card>
    </CardGrid>
    <EmptyState
      title="No expenses this month"
      drawing="empty"
      action={
        <ButtonLink href="/portal/money/new" variant="secondary">
          Claim an expense
        </ButtonLink>
      }
    >
      <p>Fares and parking on the way to a meeting are paid back. Keep the receipt.</p>
    </EmptyState>
  </Page>
)

const LogQuestions = ({ frame }: Framed): ReactElement => (
  <Page frame={frame} title="Log your meeting" back={{ href: '/portal', text: 'Back to home' }}>
    <Heading caption="A.B., Tuesday 3 March">Log your meeting</Heading>
    <Form
      action="/portal/log"
      idempotencyKey="key"
      draft={{ name: 'log', done: 'log-sent' }}
      bar={
        <>
          <Button>Check and send</Button>
          <Button variant="secondary" name="intent" value="later">
            Save for later
          </Button>
        </>
      }
    >
      <Radios
        name="wentAhead"
        label="Did it go ahead?"
        value="yes"
        inline
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
      <DateField name="date" label="Date" value="2026-03-03" latest="2026-03-04" />
      <TimeField name="start" label="Started at" value="16:00" />
      <TextField name="place" label="Where" value="Beech Street library" />
      <Select
        name="length"
        label="How long"
        prompt="Choose a length"
        value="90"
        options={[
          { value: '60', label: '1 hour' },
          { value: '90', label: '1 hour 30 minutes' },
        ]}
      />
      <Checkboxes
        name="goals"
        label="Which goals did you work on?"
        hint="Tick all that you touched."
        optional
        values={['reading']}
        options={[
          { value: 'reading', label: 'Read for pleasure', hint: 'Target: one book a month' },
          { value: 'club', label: 'Join a club' },
        ]}
      />
      <TextArea name="focus" label="What did you do?" optional value="We read two chapters and talked about them." />
      <TextField name="spent" label="What did you spend?" prefix="£" inputMode="decimal" width="short" optional />
      <FileField
        name="receipt"
        label="Receipt"
        hint="A photo is fine. We shrink it and remove where it was taken."
        optional
        accept="image/*,application/pdf"
      />
    </Form>
    <Details summary="What happens with this log?">
      <p>The co-ordinator reads it. It is never changed afterwards; you can add to it.</p>
    </Details>
  </Page>
)

const LogErrors = ({ frame }: Framed): ReactElement => {
  const errors = {
    date: 'Enter a date that is not in the future',
    dateOfBirth: 'Enter a real date of birth',
    wentAhead: 'Say whether the meeting went ahead',
    focus: 'Say in a few words what you did',
    agreed: 'Tick the box if you have parental responsibility',
  }
  return (
    <Page frame={frame} title="Log your meeting" errors={errors} back={{ href: '/portal' }}>
      <Heading>Log your meeting</Heading>
      <Form action="/portal/log" idempotencyKey="key">
        <DateField name="date" label="Date" value="2026-03-13" hint="The day you met" error={errors.date} />
        <MemorableDateField
          name="dateOfBirth"
          label="The child’s date of birth"
          hint="For example, 31 3 2014"
          value={{ day: '31', month: 'Feb', year: '2014' }}
          error={errors.dateOfBirth}
        />
        <Radios
          name="wentAhead"
          label="Did it go ahead?"
          error={errors.wentAhead}
          options={[
            { value: 'yes', label: 'Yes' },
            {
              value: 'no',
              label: 'No, the child did not come',
              hint: 'We tell the parent and your committee contact.',
            },
          ]}
        />
        <TextArea name="focus" label="What did you do?" error={errors.focus} />
        <Checkbox name="agreed" label="I have parental responsibility for this child" error={errors.agreed} />
        <Button>Send the log</Button>
      </Form>
    </Page>
  )
}

const CheckAnswers = ({ frame }: Framed): ReactElement => (
  <Page frame={frame} title="Check your log" back={{ href: '/portal/log' }}>
    <Heading>Check your log</Heading>
    <SummaryList
      rows={[
        {
          term: 'Did it go ahead?',
          value: 'Yes',
          change: { href: '/portal/log#field-wentAhead', hiddenText: 'whether it went ahead' },
        },
        {
          term: 'Date',
          value: 'Tuesday 3 March, 4pm',
          change: { href: '/portal/log#field-date', hiddenText: 'the date' },
        },
        {
          term: 'What did you do?',
          value: 'We read two chapters and talked about them over a hot chocolate by the window.',
          change: { href: '/portal/log#field-focus', hiddenText: 'what you did' },
        },
        { term: 'Overall comment', change: { href: '/portal/log#field-comment', hiddenText: 'the overall comment' } },
      ]}
    />
    <Notice tone="warning" title="You cannot change the log once it is sent">
      <p>You can add to it at any time.</p>
    </Notice>
    <Form action="/portal/log/check" idempotencyKey="key" hidden={{ version: '3' }}>
      <ButtonRow>
        <Button>Send the log</Button>
        <Button variant="warning" name="intent" value="discard" hiddenText="this log">
          Throw away
        </Button>
      </ButtonRow>
    </Form>
  </Page>
)

const OneQuestion = ({ frame }: Framed): ReactElement => (
  <Page frame={frame} title="May the volunteer take your child in a car?" back={{ href: '/consent' }}>
    <Form action="/consent" idempotencyKey="key">
      <Radios
        name="travel"
        question
        caption="Question 3 of 8"
        label="May the volunteer take your child in a car?"
        hint="Volunteers avoid lifts. If one is needed, the committee is told beforehand and why. You can change your mind at any time."
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No', hint: 'Your child can still have a volunteer.' },
        ]}
      />
      <Button>Continue</Button>
    </Form>
    <Notice tone="danger" title="Is somebody in danger now?">
      <p>
        Ring <a href="tel:999">999</a> first.
      </p>
    </Notice>
  </Page>
)

type Spending = { id: string; what: string; when: string; state: ReactElement; pounds: string }

const spendings: Spending[] = [
  { id: '1', what: 'Swimming kit', when: '3 March 2026', state: <Tag text="Approved" tone="good" />, pounds: '£38.50' },
  {
    id: '2',
    what: 'Maths tutor, six weeks',
    when: '20 February 2026',
    state: <Tag text="Waiting for the committee" tone="waiting" />,
    pounds: '£180.00',
  },
  { id: '3', what: 'Bus fares', when: '12 February 2026', state: <Tag text="Paid" />, pounds: '£6.20' },
]

const Lists = ({ frame }: Framed): ReactElement => (
  <Page frame={frame} title="Grants and expenses" width="wide">
    <Heading>Grants and expenses</Heading>
    <DataTable
      caption="What you asked for"
      rows={spendings}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', header: 'What', cell: (row) => row.what },
        {
          key: 'when',
          header: 'Sent',
          cell: (row) => row.when,
          sort: { href: '/portal/lists?sort=when', direction: 'descending' },
        },
        { key: 'state', header: 'State', cell: (row) => row.state },
        {
          key: 'pounds',
          header: 'Cost',
          cell: (row) => row.pounds,
          numeric: true,
          sort: { href: '/portal/lists?sort=pounds' },
        },
      ]}
    />
    <Heading level={2}>Meetings</Heading>
    <Timeline
      level={3}
      entries={[
        {
          id: '1',
          date: '2026-03-10',
          spokenDay: 'Tuesday 10 March',
          title: 'A.B., 4pm',
          href: '/portal/meetings/1',
          mark: <ChildMark childId="1" name="A.B." />,
          detail: 'Beech Street library',
          aside: <Tag text="To be confirmed" tone="waiting" />,
          joy: true,
        },
        { id: '2', date: '2026-04-01', title: 'A day of play', detail: 'Nobody needs to come' },
      ]}
    />
    <Pagination page={2} pages={5} label="Grants and expenses" hrefFor={(page) => `/portal/lists?page=${page}`} />
    <DataTable
      caption="Left for A.B. this year"
      rows={[
        { id: '1', kind: 'Spent', pounds: '£218.50' },
        { id: '2', kind: 'Left', pounds: '£281.50' },
      ]}
      rowKey={(row) => row.id}
      columns={[
        { key: 'kind', header: 'Kind', cell: (row) => row.kind },
        { key: 'pounds', header: 'Pounds', cell: (row) => row.pounds, numeric: true },
      ]}
    />
    <Heading level={2}>How far your tutor grant is</Heading>
    <Track
      label="How far your tutor grant is"
      steps={[
        { title: 'Sent', state: 'done', detail: '20 February' },
        { title: 'The committee decides', state: 'now', detail: 'By 6 March, and you hear from us either way' },
        { title: 'Bought', state: 'to come' },
        { title: 'Paid', state: 'to come' },
      ]}
    />
    <Heading level={2}>Tags</Heading>
    <p>
      <Tag text="Open" /> <Tag text="New" tone="information" /> <Tag text="Waiting" tone="waiting" />{' '}
      <Tag text="Valid" tone="good" /> <Tag text="At risk" tone="risk" />
    </p>
    <Notice title="The budget year ends on 31 March">
      <p>What is not asked for by then goes back to the pot.</p>
    </Notice>
  </Page>
)
