import type { ReactElement } from 'react'

/**
 * The drawing on the doors: two people hand in hand, one taller, on a track over the hills towards the sun. Decoration
 * only.
 */
export const Scene = (): ReactElement => (
  <svg className="scene" viewBox="0 0 480 280" aria-hidden="true" focusable="false">
    <circle className="scene__halo" cx="350" cy="112" r="78" />
    <circle className="scene__sun" cx="350" cy="112" r="48" />
    <path className="scene__far" d="M0 150c70-42 130-36 196-8s120 34 284-30v168H0z" />
    <path
      className="scene__tree"
      d="M70 118a17 20 0 0 1 34 0 17 22 0 0 1-34 0zM108 128a12 15 0 0 1 24 0 12 16 0 0 1-24 0zM86 134h3v28h-3zM119 140h3v22h-3z"
    />
    <path className="scene__near" d="M0 206c90-44 176-44 262-20s140 20 218-14v108H0z" />
    <path className="scene__track" d="M20 280c10-40 60-60 140-58s170 14 200-12c14-12 4-24-14-30" />
    <g className="scene__mentor">
      <circle cx="176" cy="118" r="15" />
      <path d="M158 214v-58a18 18 0 0 1 36 0v8l17 16-6 7-15-13v40z" />
    </g>
    <g className="scene__child">
      <circle cx="226" cy="154" r="12" />
      <path d="M213 217v-31l-8 1-2-8 12-5a13 13 0 0 1 25 4v39z" />
    </g>
  </svg>
)
