import type { Task, TaskList } from '../../core/house/recordPage.ts'

/** A job that takes many days: each thing with how it stands, whose it is, and the way to where it is done. */
export const JobList = ({ job: { title, tasks } }: { job: TaskList }) => {
  const done = tasks.filter(({ state }) => state === 'done').length
  return (
    <section className="job-list" aria-label={title}>
      <h2>{title}</h2>
      <p className="job-list__count">{`${done} of ${tasks.length} done`}</p>
      <ol>
        {tasks.map((task) => (
          <Line key={task.title} task={task} />
        ))}
      </ol>
    </section>
  )
}

const Line = ({ task: { title, state, whose, words, way } }: { task: Task }) => (
  <li className={`job-list__task job-list__task--${state}`}>
    <span className="job-list__what">
      <strong>{title}</strong>
      {words === undefined ? null : <span>{words}</span>}
      {whose === undefined || state === 'done' ? null : <span className="job-list__whose">{whose}</span>}
    </span>
    {way === undefined ? null : (
      <a className="action" href={way.href}>
        {way.words}
        <span className="visually-hidden">: {title}</span>
      </a>
    )}
    <span className="job-list__state">{STATES[state]}</span>
  </li>
)

const STATES: Readonly<Record<Task['state'], string>> = {
  done: 'Done',
  'to-do': 'To do',
  waiting: 'Waiting',
  'cannot-start-yet': 'Cannot start yet',
}
