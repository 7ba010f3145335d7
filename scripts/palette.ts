import { writeFileSync } from 'node:fs'
import { paletteStyle } from '../src/admin/brand/paletteStyle.ts'

// npm run generate: writes the panel's colours, which Next builds in, from the one palette. A test looks whether they
// are current (test/web/design/palette.test.ts).
writeFileSync(new URL('../src/admin/styles/palette.css', import.meta.url), paletteStyle())
