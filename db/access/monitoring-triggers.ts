/**
 * What the database itself keeps of monitoring: a record is superseded and never changed, a plan that
 * was adopted is frozen with its metrics and groups, what was said of an alert stays.
 */
export const monitoringTriggers = `
create or replace function attune.deployment() returns uuid language sql stable
  as $$ select nullif(current_setting('attune.deployment', true), '')::uuid $$;

drop trigger if exists belief_is_kept on public.monitoring_records;
create trigger belief_is_kept before update on public.monitoring_records
  for each row execute function attune.keep_belief();
drop trigger if exists record_stays on public.monitoring_records;
create trigger record_stays before delete on public.monitoring_records
  for each row execute function attune.refuse_change();

drop trigger if exists adopted_is_frozen on public.monitoring_plans;
create trigger adopted_is_frozen before update or delete on public.monitoring_plans
  for each row when (old.state = 'adopted') execute function attune.refuse_change();
create or replace function attune.refuse_change_once_adopted() returns trigger
  language plpgsql as $$
declare
  one jsonb := to_jsonb(coalesce(new, old));
  plan uuid := one ->> 'plan_id';
begin
  if plan is null then
    select m.plan_id into plan from public.plan_metrics m
      where m.organisation_id = (one ->> 'organisation_id')::uuid
        and m.id = (one ->> 'plan_metric_id')::uuid;
  end if;
  if exists (select 1 from public.monitoring_plans p
    where p.organisation_id = (one ->> 'organisation_id')::uuid and p.id = plan
      and p.state = 'adopted')
  then raise exception 'attune: % of an adopted plan', tg_table_name
    using errcode = 'AT001'; end if;
  return coalesce(new, old);
end $$;
do $$ declare frozen text; begin
  foreach frozen in array array['plan_metrics', 'plan_subgroups'] loop
    execute format('drop trigger if exists adopted_is_frozen on public.%I', frozen);
    execute format('create trigger adopted_is_frozen before insert or update or delete
      on public.%I for each row execute function attune.refuse_change_once_adopted()', frozen);
  end loop;
  foreach frozen in array array['alert_events', 'chart_baselines', 'reference_distributions',
    'alarm_budgets', 'exit_plans', 'fairness_audits', 'fairness_audit_runs', 'fairness_audit_events',
    'fairness_action_outcomes', 'batch_withdrawals', 'hook_deliveries']
  loop
    execute format('drop trigger if exists is_added_to_alone on public.%I', frozen);
    execute format('create trigger is_added_to_alone before update or delete on public.%I
      for each row execute function attune.refuse_change()', frozen);
  end loop;
end $$;
`;
