// The usual transform, with another text for the files that the plan names. Nothing is written into the work tree.
import { readFileSync } from 'node:fs'
import usual from '@swc/jest'
import { plan } from './plan.mjs'

const textFor = (source, path) => (path in plan.sources ? readFileSync(plan.sources[path], 'utf8') : source)

export default {
  createTransformer: (options) => {
    const transformer = usual.createTransformer(options)
    return {
      canInstrument: false,
      process: (source, path, given) => transformer.process(textFor(source, path), path, given),
      processAsync: (source, path, given) => transformer.processAsync(textFor(source, path), path, given),
      getCacheKey: (source, path, given) => transformer.getCacheKey(textFor(source, path), path, given),
    }
  },
}
