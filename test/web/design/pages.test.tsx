import { describe, expect, test } from '@jest/globals'
import type { ReactElement } from 'react'
import { pageFrame } from '../../../src/web/design/pageFrame.ts'
import { NotFoundPage } from '../../../src/web/design/pages/NotFoundPage.tsx'
import { PanelPreparingPage } from '../../../src/web/design/pages/PanelPreparingPage.tsx'
import { ProblemPage } from '../../../src/web/design/pages/ProblemPage.tsx'
import { RefusalPage } from '../../../src/web/design/pages/RefusalPage.tsx'
import { SignInPage } from '../../../src/web/design/pages/SignInPage.tsx'
import { TooManyPage } from '../../../src/web/design/pages/TooManyPage.tsx'
import { WhoAreYouPage } from '../../../src/web/design/pages/WhoAreYouPage.tsx'
import { renderPage } from '../../../src/web/design/renderPage.ts'

const frame = pageFrame({ charityName: 'Kids on Track', programmeName: 'Mentoring', nonce: 'once-1' })

/** What a page says in its main part, as one line of text. */
const words = (page: ReactElement): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(renderPage(page))?.[1] ?? '')
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const title = (page: ReactElement): string => /<title>(.*)<\/title>/.exec(renderPage(page))?.[1] ?? ''

describe('when a rule says no', () => {
  const refusal = {
    rule: 'MTG-3',
    reason: 'A cinema needs a second cleared volunteer.',
    nextStep: 'Add another volunteer.',
  }

  test('the page gives the reason, the next step, that nothing was changed, and the rule', () => {
    expect(words(<RefusalPage frame={frame} refusal={refusal} attempt="confirm this meeting" />)).toBe(
      'You cannot confirm this meeting yet Important: A cinema needs a second cleared volunteer. What to do next Add another volunteer. Nothing was changed. Rule MTG-3',
    )
  })
})

describe('when something fails on our side', () => {
  test('the page says that what was sent is not stored, and gives it back to the letter', () => {
    const said = words(
      <ProblemPage
        frame={frame}
        stored="not-stored"
        typed={[
          { label: 'What you saw', value: 'A < B' },
          { label: 'When', value: '' },
        ]}
        reference="r-1"
      />,
    )
    expect(said).toContain('What you sent was not stored.')
    expect(said).toContain('What you saw A &lt; B')
    expect(said).toContain('When Not provided')
    expect(said).toContain('Reference r-1')
  })

  test('it never claims more than is known', () => {
    const said = words(<ProblemPage frame={frame} stored="unknown" />)
    expect(said).toContain('We do not know whether this was stored')
    expect(said).toContain('takes effect only once')
    expect(said).not.toContain('was not stored')
  })

  test('a page that was only looked at speaks of nothing sent', () => {
    expect(words(<ProblemPage frame={frame} stored="nothing-sent" />)).not.toMatch(/stored|sent/)
  })
})

test('a page that is not there and one that is not yours look alike', () => {
  expect(title(<NotFoundPage frame={frame} />)).toBe('We cannot find that page – Mentoring – Kids on Track')
})

test.each([
  [5, 'a minute'],
  [60, 'a minute'],
  [61, '2 minutes'],
  [1_800, '30 minutes'],
  [3_550, 'an hour'],
  [3_600, 'an hour'],
  [7_201, '3 hours'],
])('after too many attempts, %d seconds read "%s"', (waitSeconds, spoken) => {
  expect(words(<TooManyPage frame={frame} waitSeconds={waitSeconds} />)).toContain(`Try again in ${spoken}.`)
})

describe('signing in', () => {
  const given = { frame, action: '/sign-in', idempotencyKey: 'key' }

  test('keeps the address, never the password, and says one sentence whatever went wrong', () => {
    const page = renderPage(<SignInPage {...given} email="robin@example.org" next="/portal/log" refused />)
    expect(page).toContain('<title>Error: Sign in')
    expect(page).toContain('That email address and password do not match an account we can sign in.')
    expect(page).toContain('value="robin@example.org"')
    const password = /<input[^>]*name="password"[^>]*>/.exec(page)?.[0]
    expect(password).toContain('type="password"')
    expect(password).not.toContain('value=')
    expect(page).toContain('<input type="hidden" name="next" value="/portal/log"/>')
  })

  test('is calm before the first attempt', () => {
    expect(title(<SignInPage {...given} />)).toBe('Sign in – Mentoring – Kids on Track')
  })
})

describe('the first page', () => {
  test('shows each visitor their door, and the parents that theirs is in their email', () => {
    const page = (
      <WhoAreYouPage
        frame={frame}
        doors={{ volunteer: '/sign-in', committee: '/admin', parents: '/parents', refer: '/refer', apply: '/apply' }}
      />
    )
    for (const href of ['/sign-in', '/admin', '/parents', '/refer', '/apply'])
      expect(renderPage(page)).toContain(`href="${href}"`)
    expect(words(page)).toContain('You need no account: your page opens by the link in our email.')
  })

  test('shows no door that is not there', () => {
    const said = words(
      <WhoAreYouPage frame={frame} doors={{ volunteer: '/sign-in', committee: '/admin', parents: '/parents' }} />,
    )
    expect(said).not.toMatch(/refer a child|become a volunteer|new link/)
  })
})

describe('while the panel is made ready', () => {
  test('our script waits for it; the page refreshes itself only where scripts are off', () => {
    const page = renderPage(<PanelPreparingPage frame={frame} state="building" address="/admin" portalHref="/portal" />)
    expect(page).toContain(`<script type="module" src="${frame.links.waitForPanel}" nonce="once-1"></script>`)
    expect(page.match(/http-equiv="refresh"/g)).toHaveLength(1)
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  })

  test('a failure is said and nothing waits for it', () => {
    const page = renderPage(<PanelPreparingPage frame={frame} state="failed" address="/admin" portalHref="/portal" />)
    expect(page).toContain('The panel could not be made ready')
    expect(page).not.toMatch(/refresh|waitForPanel|<script/)
  })
})
