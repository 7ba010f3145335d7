import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { configEnvironment } from '../../core/env/configEnvironment.ts'
import { holdsSample, setUpFacts } from '../../programme/setUp/facts.ts'
import { setUpTasks, unsafeForReal, type SetUpTask } from '../../programme/setUp/rules.ts'
import { Messages } from '../actions/Messages.tsx'
import { PanelView } from '../brand/PanelView.tsx'
import { RowAction } from '../today/RowAction.tsx'

/** What there is to do before the first child comes in, with how far it is; a view of the panel's own. */
export const SetUp = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const work = workOf(initPageResult.req)
  const { isDeployed, publicUrl } = configEnvironment()
  const facts = await setUpFacts(work)
  const tasks = facts ? setUpTasks(facts) : []
  const unsafe = facts
    ? unsafeForReal({
        isLocal: !isDeployed,
        isEncrypted: publicUrl.startsWith('https://'),
        administrators: facts.roles.administrator,
        holdsSample: await holdsSample(work),
      })
    : []
  const done = tasks.filter(({ isDone }) => isDone).length
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <Messages>
        <main className="set-up" id="set-up">
          <h1>Set-up</h1>
          {facts ? (
            <>
              <p>
                {done === tasks.length
                  ? 'Everything is done. You can change any of it later.'
                  : `${done} of ${tasks.length} are done. Go from top to bottom; you can stop and come back.`}
              </p>
              <progress
                className="set-up__progress"
                max={tasks.length}
                value={done}
                aria-label="How far the set-up is"
              />
              <ol className="set-up__tasks">
                {tasks.map((task) => (
                  <Task key={task.id} task={task} />
                ))}
              </ol>
              <section aria-labelledby="unsafe">
                <h2 id="unsafe">Before real children are in it</h2>
                {unsafe.length === 0 ? (
                  <p>Nothing that we can see from here speaks against it. Have you tried to restore a backup?</p>
                ) : (
                  <ul className="set-up__unsafe">
                    {unsafe.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                )}
              </section>
            </>
          ) : (
            <p>An administrator sets the programme up. Ask one of them.</p>
          )}
        </main>
      </Messages>
    </PanelView>
  )
}

const Task = ({ task: { id, title, isDone, stands } }: { task: SetUpTask }) => (
  <li className="set-up__task">
    <div>
      <h2>{title}</h2>
      <p>{stands}</p>
      <p className="set-up__ways">
        {id === 'mail' ? (
          <RowAction
            label={isDone ? 'Send another' : 'Send a test message to me'}
            subject={title}
            address="/api/users/mail-test"
            sends={{}}
            done="A test message to you is on its way."
          />
        ) : null}
        {WAYS[id].map(({ href, words }) => (
          <a key={href} className="action" href={href}>
            {words}
          </a>
        ))}
      </p>
    </div>
    <span className={isDone ? 'set-up__state set-up__state--done' : 'set-up__state'}>{isDone ? 'Done' : 'To do'}</span>
  </li>
)

/** Where each is done. */
const WAYS: Readonly<Record<SetUpTask['id'], ReadonlyArray<{ href: string; words: string }>>> = {
  charity: [{ href: '/admin/globals/programme-settings', words: 'Open the settings' }],
  reach: [{ href: '/admin/globals/programme-settings', words: 'Give a number and an address' }],
  mail: [{ href: '/admin/collections/notifications', words: 'See the messages' }],
  colleagues: [{ href: '/admin/collections/users/create', words: 'Invite somebody' }],
  jobs: [
    { href: '/admin/collections/account-changes/create?kind=role', words: 'Give a role' },
    { href: '/admin/collections/designations/create', words: 'Name who holds a job' },
  ],
  policies: [{ href: '/admin/policies', words: 'Open the policies' }],
  list: [
    { href: '/working-list/import', words: 'Bring in a list' },
    { href: '/admin/collections/families/create', words: 'Add a family' },
  ],
}
