/** The address of a collection's list with those records alone whose field has one of some values, ordered as given. */
export const listAddress = ({
  collection,
  field,
  values,
  sort,
}: {
  collection: string
  field?: string
  values?: readonly string[]
  sort?: string
}): string => {
  const query = new URLSearchParams()
  if (field && values)
    values.forEach((value, index) => query.set(`where[or][${index}][and][0][${field}][equals]`, value))
  if (sort) query.set('sort', sort)
  const asked = query.toString()
  return `/admin/collections/${collection}${asked ? `?${asked}` : ''}`
}
