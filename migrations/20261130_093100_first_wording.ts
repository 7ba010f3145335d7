import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * The first version of the consent wording, adopted, so that a programme can begin to ask parents. It came with the
 * software; whoever wants other words writes and adopts a new version in the panel.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const text = JSON.stringify(richText(FIRST_CONSENT_WORDING)).replaceAll("'", "''")
  await db.execute(
    sql.raw(`
    insert into policies (kind, title, must_be_accepted) values ('consent-wording', 'Parental consent wording', false);
    insert into policy_versions (id, policy_id, number, text, changes, adopted_by, adopted_on, grace_until, review_on, status)
    select '${FIRST_VERSION}', id, '1.0', '${text}'::jsonb, 'The words that the form had from the beginning, now a document of their own.',
      'Came with the software', '2026-11-24', '2026-12-08', '2027-11-24', 'adopted'
    from policies where kind = 'consent-wording';
  `),
  )
}

/** Stops where somebody accepted or answered it, or where there is another version. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table policy_versions disable trigger user;
    -- Nobody accepted it; but this table refuses that PostgreSQL so much as looks whether somebody did.
    alter table policy_acceptances disable trigger user;
    delete from policy_versions where id = '${FIRST_VERSION}' and not exists (select from policy_acceptances where version_id = '${FIRST_VERSION}');
    alter table policy_acceptances enable trigger user;
    alter table policy_versions enable trigger user;
    delete from policies where kind = 'consent-wording';
  `),
  )
}

const FIRST_VERSION = '5ca1e000-0000-4000-8000-0000000000c1'

/** The words as the panel's editor keeps them. Written out here, because what ran once must never turn out otherwise. */
const richText = (plain: string): unknown => ({
  root: { ...BLOCK, type: 'root', children: plain.trim().split('\n').map(blockOf) },
})

const BLOCK = { version: 1, format: '', indent: 0, direction: 'ltr' }

const blockOf = (line: string): unknown =>
  line.startsWith('# ')
    ? { ...BLOCK, type: 'heading', tag: 'h2', children: [wordsOf(line.slice(2))] }
    : { ...BLOCK, type: 'paragraph', textFormat: 0, textStyle: '', children: [wordsOf(line)] }

const wordsOf = (text: string): unknown => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  style: '',
  mode: 'normal',
  detail: 0,
})

/**
 * The words of the first version, a line a heading (“# ”) or paragraph. They never change here: other words are a new
 * version, written and adopted in the panel.
 */
export const FIRST_CONSENT_WORDING = `
# What we do
{charity} would like to give your child a volunteer. A volunteer is a grown-up who gives time to a child, one to one. We check and train each volunteer first.
They meet to talk and to do things that your child likes. You agree the day, the time and the place first.
Please say yes or no to each point. We need a yes to the first two to start. You can say no to the others, and your child can still have a volunteer.
Your yes lasts for {time}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.
We may ask more than one parent. If one of you says no to a point, the answer is no.
# Taking part in mentoring
May your child have a volunteer?
We cannot start without your yes.
# Meetings in public places
May they meet in public places, such as a café or a park?
We cannot start without your yes. Other people can see and hear them there. Just the two of them never meet in a home.
# Travel in a car with the volunteer
May your child go in a car with the volunteer?
We try not to need it. If there is a lift, we know first and we write it down.
# Outings and activities
May they go on outings and try new things, such as a sport?
We look at the risks first. You agree the plan before the day.
# First aid and emergency treatment
May the volunteer give first aid, and may a doctor treat your child if it cannot wait?
We ring you at once. But help must not have to wait until we reach you.
# Photographs
May we take photos of your child?
We use them to show what we do. We never put a name to them. We ask you again before one goes on the web.
# Talking with the school
May we talk with your child’s school about mentoring?
The school can tell us what helps. We tell them only what they need to know.
# Talking with named key workers
May we talk with the key workers that you have told us of?
A key worker helps your family, like a social worker or a nurse. This saves you saying it all twice.
# If a child is in danger
If we think that a child is in danger, we must act. We may then tell the people whose job it is to keep children safe. The law lets us do this without a yes, so we do not ask you for one. We tell you first if we can.
# Your answers
{charity} keeps your answers safe. Only the people who run mentoring can see them.
You can ask us what we keep about you and your child, and how long we keep it. If something is wrong, we put it right. If you are not happy with us, you can tell the Information Commissioner, at ico.org.uk.
# What you sign
I have parental responsibility for this child, or I sign for the council that has it.
I have read this form. These are my answers. My typed name is my signature.
# For a young person of 18 or over
# What we do
You have a volunteer from {charity}. You are 18 now, so you decide for yourself. What your parents said does not count any more.
Please say yes or no to each point. We need a yes to the first two to go on. You can say no to the others and keep your volunteer.
Your yes lasts for {time}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.
# Taking part in mentoring
Do you want to go on with your volunteer?
We cannot go on without your yes.
# Meetings in public places
Will you meet in public places, such as a café or a park?
We cannot go on without your yes. Other people can see and hear you there.
# Travel in a car with the volunteer
Is it all right to go in a car with your volunteer?
We try not to need it. If there is a lift, we know first and we write it down.
# Outings and activities
Is it all right to go on outings and try new things, such as a sport?
We look at the risks first.
# First aid and emergency treatment
May your volunteer give first aid, and may a doctor treat you if it cannot wait?
Help must not have to wait.
# Photographs
May we take photos of you?
We use them to show what we do. We never put a name to them. We ask you again before one goes on the web.
# Talking with the school
May we talk with your school or college about mentoring?
They can tell us what helps. We tell them only what they need to know.
# Talking with named key workers
May we talk with your key workers?
A key worker helps you, like a social worker or a nurse. This saves you saying it all twice.
# If a child is in danger
If we think that somebody is in danger, we must act. We may then tell the people whose job it is to keep people safe. The law lets us do this without a yes, so we do not ask you for one. We tell you first if we can.
# Your answers
{charity} keeps your answers safe. Only the people who run mentoring can see them.
You can ask us what we keep about you, and how long we keep it. If something is wrong, we put it right. If you are not happy with us, you can tell the Information Commissioner, at ico.org.uk.
# What you sign
I am 18 or over, and I answer for myself.
I have read this form. These are my answers. My typed name is my signature.
`
