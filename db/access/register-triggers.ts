/**
 * What the database itself keeps of the register. Periods of one deployment that are believed at the
 * same time must not overlap: an exclusion constraint would need an extension for the uuid, so a
 * trigger looks, one writer of a deployment at a time. What was believed is never rewritten.
 */
export const registerTriggers = `
create or replace function attune.lock_deployment(organisation uuid, deployment uuid) returns void
  language sql
  as $$ select pg_advisory_xact_lock(
      hashtextextended('deployment/' || organisation || '/' || deployment, 0)) $$;

create or replace function attune.refuse_overlap() returns trigger language plpgsql as $$
begin
  perform attune.lock_deployment(new.organisation_id, new.deployment_id);
  if exists (select 1 from public.deployment_periods p
    where p.organisation_id = new.organisation_id and p.deployment_id = new.deployment_id
      and p.superseded_at is null
      and daterange(p.valid_from, p.valid_to) && daterange(new.valid_from, new.valid_to))
  then raise exception 'attune: periods overlap' using errcode = '23P01'; end if;
  return new;
end $$;
drop trigger if exists periods_do_not_overlap on public.deployment_periods;
create trigger periods_do_not_overlap before insert on public.deployment_periods
  for each row when (new.superseded_at is null) execute function attune.refuse_overlap();

create or replace function attune.keep_belief() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null or new.superseded_at is null
    or new.superseded_at < old.recorded_at
    or to_jsonb(new) - 'superseded_at' - 'superseded_by'
      <> to_jsonb(old) - 'superseded_at' - 'superseded_by'
  then raise exception 'attune: % is superseded, not changed', tg_table_name
    using errcode = 'AT001'; end if;
  return new;
end $$;
drop trigger if exists belief_is_kept on public.deployment_periods;
create trigger belief_is_kept before update on public.deployment_periods
  for each row execute function attune.keep_belief();

do $$ declare frozen text; begin
  foreach frozen in array array['system_descriptions', 'stage_events',
    'recommendation_statements', 'dataset_statements', 'change_plans', 'change_notices',
    'stage_conditions', 'met_conditions', 'transfer_notices', 'transfer_answers', 'clause_checks']
  loop
    execute format('drop trigger if exists is_added_to_alone on public.%I', frozen);
    execute format('create trigger is_added_to_alone before update or delete on public.%I
      for each row execute function attune.refuse_change()', frozen);
  end loop;
end $$;
`;
