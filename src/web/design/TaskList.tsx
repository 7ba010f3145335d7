import { type ReactElement, useId } from 'react'
import { Tag, type TagTone } from './Tag.tsx'

/**
 * One task. Without `href` it cannot be started yet. A finished one carries no tag, so that what is left stands out.
 */
export type Task = {
  title: string
  href?: string
  hint?: string
  status: 'completed' | 'to do' | 'cannot start yet' | { text: string; tone: TagTone }
}

/** What is to be done, one row each; the whole row is the link. `label` names the list for screen readers. */
export const TaskList = ({
  tasks,
  label,
  leads = false,
}: {
  tasks: readonly Task[]
  label: string
  /** The first row is what the page wants most: its one strong action. */
  leads?: boolean
}): ReactElement => {
  const id = useId()
  return (
    <ul className="task-list" aria-label={label}>
      {tasks.map(({ title, href, hint, status }, index) => (
        <li key={title} className={leads && index === 0 ? 'task-list__task task-list__task--first' : 'task-list__task'}>
          <div>
            {href === undefined ? (
              <span className="task-list__title">{title}</span>
            ) : (
              <a className="task-list__title" href={href} aria-describedby={`${id}${index}`}>
                {title}
              </a>
            )}
            {hint !== undefined && <span className="task-list__hint">{hint}</span>}
          </div>
          <span className="task-list__status" id={`${id}${index}`}>
            <Status status={status} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const Status = ({ status }: Pick<Task, 'status'>): ReactElement => {
  if (status === 'completed') return <>Completed</>
  if (status === 'to do') return <Tag text="To do" tone="information" />
  if (status === 'cannot start yet') return <span className="muted">Cannot start yet</span>
  return <Tag {...status} />
}
