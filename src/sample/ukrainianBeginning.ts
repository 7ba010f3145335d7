/** The first consent wording in Ukrainian, of which the sample’s committee has no more than the beginning. */
export const UKRAINIAN_BEGINNING = `
# Що ми робимо
{charity} хоче дати вашій дитині наставника. Наставник – це дорослий, який приділяє дитині свій час.
# Участь у програмі
Чи може ваша дитина мати наставника?
Без вашого «так» ми не можемо почати.
`.trim()
