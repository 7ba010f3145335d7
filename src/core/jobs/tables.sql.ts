/**
 * Lets members of the group role `mentoring_application` add jobs and work through them in graphile-worker's schema,
 * which the owner made and keeps. Its tables have row-level security switched on and no policy, so without these
 * policies
 * `add_job` fails for everybody but the owner. Nothing here lets the application change the schema or empty a table at
 * one stroke. May be run again and again: what stands already is not touched, so running workers are not held up.
 */
export const grantJobsToApplication = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'mentoring_application') then
    begin
      create role mentoring_application nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of the same cluster made it in this very moment
    end;
  end if;
end
$$;

grant usage on schema graphile_worker to mentoring_application;
grant select on graphile_worker.migrations, graphile_worker.jobs to mentoring_application;

do $$
declare
  table_name text;
begin
  foreach table_name in array array['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'] loop
    execute format('grant select, insert, update, delete on graphile_worker.%I to mentoring_application', table_name);
    if not exists (
      select from pg_policies
      where schemaname = 'graphile_worker' and tablename = table_name and policyname = 'the_application_works_here'
    ) then
      execute format(
        'create policy the_application_works_here on graphile_worker.%I for all to mentoring_application using (true) with check (true)',
        table_name
      );
    end if;
  end loop;
end
$$;
`
