/**
 * What a policy asks about the actor. A setting that was local to an earlier transaction reads as an
 * empty string on a pooled connection, hence every `nullif`.
 *
 * `rewrite_invitations` writes row by row, because only a loop keeps to the drawn order, and twice,
 * because an updated row stays in its page while that has room.
 */
export const accessFunctions = `
create schema if not exists attune;
create or replace function attune.organisation() returns uuid language sql stable
  as $$ select nullif(current_setting('attune.organisation', true), '')::uuid $$;
create or replace function attune.study() returns uuid language sql stable
  as $$ select nullif(current_setting('attune.study', true), '')::uuid $$;
create or replace function attune.ballot() returns text language sql stable
  as $$ select nullif(current_setting('attune.ballot', true), '') $$;
create or replace function attune.key() returns text language sql stable
  as $$ select nullif(current_setting('attune.key', true), '') $$;
create or replace function attune.user_id() returns text language sql stable
  as $$ select nullif(current_setting('attune.user', true), '') $$;
create or replace function attune.site_scope() returns text language sql stable
  as $$ select nullif(current_setting('attune.sites', true), '') $$;
create or replace function attune.sees_all_sites() returns boolean language sql stable
  as $$ select coalesce(attune.site_scope() = '*', false) $$;
create or replace function attune.sees_site(site uuid) returns boolean language sql stable
  as $$ select coalesce(attune.site_scope() = '*'
      or site::text = any(string_to_array(attune.site_scope(), ',')), false) $$;
create or replace function attune.panel() returns uuid language sql stable
  as $$ select nullif(current_setting('attune.panel', true), '')::uuid $$;
create or replace function attune.panel_member() returns uuid language sql stable
  as $$ select nullif(current_setting('attune.panel_member', true), '')::uuid $$;
create or replace function attune.safeguards(panel uuid) returns boolean language sql stable
  as $$ select exists (select 1 from public.panels p
      where p.organisation_id = attune.organisation() and p.id = panel
        and p.safeguarding_user_id = attune.user_id()) $$;
create or replace function attune.wrote(contribution uuid) returns boolean language sql stable
  as $$ select exists (select 1 from public.contributions c
      where c.organisation_id = attune.organisation() and c.id = contribution
        and c.member_id = attune.panel_member()) $$;
create or replace function attune.belongs_to(organisation uuid) returns boolean language sql stable
  as $$ select exists (select 1 from public.memberships m
      where m.organisation_id = organisation and m.user_id = attune.user_id()) $$;
create or replace function attune.owns_membership(organisation uuid, membership uuid)
  returns boolean language sql stable
  as $$ select exists (select 1 from public.memberships m
      where m.organisation_id = organisation and m.id = membership
        and m.user_id = attune.user_id()) $$;

create or replace function attune.rewrite_invitations(organisation uuid, wave uuid)
  returns void language plpgsql as $$
declare one uuid;
begin
  for pass in 1..2 loop
    for one in select i.id from public.invitations i
      where i.organisation_id = organisation and i.wave_id = wave order by gen_random_uuid()
    loop
      update public.invitations i set completed = i.completed
        where i.organisation_id = organisation and i.id = one;
    end loop;
  end loop;
end $$;

create or replace function attune.refuse_change() returns trigger language plpgsql
  as $$ begin raise exception 'attune: % is immutable', tg_table_name using errcode = 'AT001'; end $$;
drop trigger if exists published_is_frozen on public.instrument_versions;
create trigger published_is_frozen before update or delete on public.instrument_versions
  for each row when (old.state = 'published') execute function attune.refuse_change();
drop trigger if exists audit_is_append_only on public.audit_entries;
create trigger audit_is_append_only before update or delete on public.audit_entries
  for each row execute function attune.refuse_change();
drop trigger if exists response_is_immutable on public.responses;
create trigger response_is_immutable before update on public.responses
  for each row execute function attune.refuse_change();
do $$ declare frozen text; begin
  foreach frozen in array array['panel_consent_versions', 'panel_consents', 'contribution_events',
    'suggestion_decisions', 'suggestion_changes', 'payment_rates', 'panel_draws',
    'panel_draw_candidates', 'panel_target_changes', 'codebook_events']
  loop
    execute format('drop trigger if exists is_added_to_alone on public.%I', frozen);
    execute format('create trigger is_added_to_alone before update on public.%I
      for each row execute function attune.refuse_change()', frozen);
  end loop;
end $$;
create or replace function attune.refuse_change_once_asked() returns trigger language plpgsql as $$
begin
  if exists (select 1 from public.panel_rounds r
    where r.organisation_id = old.organisation_id and r.id = old.round_id and r.state <> 'draft')
  then raise exception 'attune: % was asked', tg_table_name using errcode = 'AT001'; end if;
  return new;
end $$;
drop trigger if exists asked_is_frozen on public.panel_statements;
create trigger asked_is_frozen before update on public.panel_statements
  for each row execute function attune.refuse_change_once_asked();
drop trigger if exists asked_is_frozen on public.panel_prompts;
create trigger asked_is_frozen before update on public.panel_prompts
  for each row execute function attune.refuse_change_once_asked();
`;
