import type { Endpoint } from 'payload'
import { actorOf } from '../../core/access/actor.ts'
import { mayEnterPanel } from '../../core/access/mayEnterPanel.ts'
import { workOf } from '../../core/access/work.ts'
import { forbiddenError } from '../../core/errors/problems.ts'
import { listAsFile } from '../../core/sheets/listAsFile.ts'

/** A list of the panel as a file: the rows, columns and order that its address asks for, read as that person. */
export const listFileEndpoint: Endpoint = {
  path: '/lists/:slug',
  method: 'get',
  handler: async (req) => {
    if (!mayEnterPanel(actorOf(req))) throw forbiddenError()
    const { form, where, search, sort, columns } = req.query
    const file = await listAsFile({
      work: workOf(req),
      slug: String(req.routeParams?.slug),
      form: form === 'xlsx' ? 'xlsx' : 'csv',
      where,
      search: typeof search === 'string' ? search : undefined,
      sort: typeof sort === 'string' ? sort : undefined,
      columns: typeof columns === 'string' ? columns.split(',') : undefined,
    })
    return new Response(new Uint8Array(file.body), {
      headers: {
        'Content-Type': file.contentType,
        'Content-Disposition': `attachment; filename="${file.name}"`,
      },
    })
  },
}
