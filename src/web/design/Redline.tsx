import { Fragment, type ReactElement } from 'react'
import type { ComparedBlock, ComparedWords } from '../../core/richText/compare.ts'

type RedlineProps = {
  blocks: readonly ComparedBlock[]
  /** What is shown: everything, or one side with what is its own marked. */
  side?: 'both' | 'earlier' | 'later'
  /** Leaves out what is the same but for the nearest heading, so that what changed can be read alone. */
  onlyChanges?: boolean
}

/**
 * Two versions of a text in one: what came is underlined, what went struck through. Colour only repeats that, and a
 * screen reader hears it in words.
 */
export const Redline = ({ blocks, side = 'both', onlyChanges = false }: RedlineProps): ReactElement => (
  <div className="redline">
    {(onlyChanges ? changesWithHeadings(blocks) : blocks).map((block, index) => (
      <Block key={index} block={block} side={side} />
    ))}
  </div>
)

const Block = ({
  block: { kind, change, words },
  side,
}: {
  block: ComparedBlock
  side: NonNullable<RedlineProps['side']>
}): ReactElement => {
  const shown = words.filter((part) => side === 'both' || part.change !== (side === 'earlier' ? 'added' : 'removed'))
  const isEmpty = shown.every(({ text }) => text.trim() === '')
  return (
    <p className={`redline__block redline__block--${kind}${change === 'same' ? '' : ' redline__block--changed'}`}>
      {kind === 'item' && !isEmpty ? <span aria-hidden="true">• </span> : null}
      {isEmpty ? (
        <span className="visually-hidden">Nothing stands here in this version.</span>
      ) : (
        shown.map((part, index) => <Words key={index} part={part} />)
      )}
    </p>
  )
}

const Words = ({ part: { change, text } }: { part: ComparedWords }): ReactElement => {
  if (change === 'same') return <Fragment>{text}</Fragment>
  const Element = change === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <span className="visually-hidden">{change === 'added' ? ' [Added: ' : ' [Taken out: '}</span>
      {text}
      <span className="visually-hidden">{'] '}</span>
    </Element>
  )
}

/** The blocks that differ, each group below the heading that it stands under. */
const changesWithHeadings = (blocks: readonly ComparedBlock[]): ComparedBlock[] => {
  const shown: ComparedBlock[] = []
  let heading: ComparedBlock | undefined
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block
    if (block.change === 'same') continue
    if (heading && heading !== block) shown.push(heading)
    shown.push(block)
    heading = undefined
  }
  return shown
}
