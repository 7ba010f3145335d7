import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { richTextOf } from '../src/core/richText/plainText.ts'

/**
 * The first version of the consent wording, adopted: the words that the form had while they stood in the software. So a
 * programme that
 * is running goes on asking parents, and a new one can begin. Where a text of this kind was adopted before, it is
 * followed by this one,
 * since no form can be made from it. And what keeps adopted words in other languages as they are.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  const text = JSON.stringify(richTextOf(FIRST_CONSENT_WORDING)).replaceAll("'", "''")
  await db.execute(
    sql.raw(`
    insert into policies (kind, title, must_be_accepted) values ('consent-wording', 'Parental consent wording', false) on conflict (kind) do nothing;
    update policy_versions set status = 'superseded' where status = 'adopted' and policy_id = (select id from policies where kind = 'consent-wording');
    insert into policy_versions (id, policy_id, number, text, changes, adopted_by, adopted_on, grace_until, review_on, status)
    select '5ca1e000-0000-4000-8000-0000000000c1', p.id, coalesce((select max(split_part(v.number, '.', 1)::int) + 1 from policy_versions v where v.policy_id = p.id and v.number ~ '^[0-9]+[.][0-9]+$'), 1) || '.0', '${text}'::jsonb,
      'The words that the form had from the beginning, now a document of their own.', 'Came with the software', '2026-11-24', '2026-12-08', '2027-11-24', 'adopted'
    from policies p where p.kind = 'consent-wording';

    create unique index one_translation_a_language on policy_translations (version_id, language);
    alter table policy_translations add constraint policy_translations_adopted_on_is_a_date check (adopted_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and adopted_on = to_char(to_date(adopted_on, 'YYYY-MM-DD'), 'YYYY-MM-DD'));
    create function refuse_change_of_translation() returns trigger language plpgsql as $$
    begin
      raise exception 'Adopted words in another language cannot be changed or removed.' using errcode = 'restrict_violation';
    end
    $$;
    create trigger adopted_translations_stay before update or delete on policy_translations for each row when (old.status::text = 'adopted') execute function refuse_change_of_translation();
    create trigger policy_translations_stay before truncate on policy_translations for each statement execute function refuse_change();
    revoke delete, truncate on policy_translations from mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop trigger policy_translations_stay on policy_translations;
    drop trigger adopted_translations_stay on policy_translations;
    drop function refuse_change_of_translation();
    alter table policy_translations drop constraint policy_translations_adopted_on_is_a_date;
    drop index one_translation_a_language;
    alter table policy_versions disable trigger user;
    delete from policy_versions where id = '5ca1e000-0000-4000-8000-0000000000c1';
    alter table policy_versions enable trigger user;
  `),
  )
}

/**
 * The words of the first version, a line a heading (“# ”) or paragraph. They never change here: other words are a new
 * version, written and adopted in the panel.
 */
export const FIRST_CONSENT_WORDING = `
# What we do
{charity} would like to give your child a mentor. A mentor is a grown-up who gives time to a child, one to one. We check and train each mentor first.
They meet to talk and to do things that your child likes. You agree the day, the time and the place first.
Please say yes or no to each point. We need a yes to the first two to start. You can say no to the others, and your child can still have a mentor.
Your yes lasts for {time}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.
We may ask more than one parent. If one of you says no to a point, the answer is no.
# Taking part in mentoring
May your child have a mentor?
We cannot start without your yes.
# Meetings in public places
May they meet in public places, such as a café or a park?
We cannot start without your yes. Other people can see and hear them there. Just the two of them never meet in a home.
# Travel in a car with the volunteer
May your child go in a car with the mentor?
We try not to need it. If there is a lift, we know first and we write it down.
# Outings and activities
May they go on outings and try new things, such as a sport?
We look at the risks first. You agree the plan before the day.
# First aid and emergency treatment
May the mentor give first aid, and may a doctor treat your child if it cannot wait?
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
You have a mentor from {charity}. You are 18 now, so you decide for yourself. What your parents said does not count any more.
Please say yes or no to each point. We need a yes to the first two to go on. You can say no to the others and keep your mentor.
Your yes lasts for {time}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.
# Taking part in mentoring
Do you want to go on with your mentor?
We cannot go on without your yes.
# Meetings in public places
Will you meet in public places, such as a café or a park?
We cannot go on without your yes. Other people can see and hear you there.
# Travel in a car with the volunteer
Is it all right to go in a car with your mentor?
We try not to need it. If there is a lift, we know first and we write it down.
# Outings and activities
Is it all right to go on outings and try new things, such as a sport?
We look at the risks first.
# First aid and emergency treatment
May your mentor give first aid, and may a doctor treat you if it cannot wait?
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
