import { accessFunctions } from './functions.ts';
import { monitoringTriggers } from './monitoring-triggers.ts';
import { policies } from './policies.ts';
import { registerTriggers } from './register-triggers.ts';
import { databaseRoles } from './roles.ts';

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

function roleStatements(applicationUser: string | null): string[] {
  const members = ['current_user', ...(applicationUser ? [quote(applicationUser)] : [])];
  return Object.values(databaseRoles).flatMap((role) => [
    `do $$ begin create role ${role} nologin nobypassrls noinherit;
       exception when duplicate_object or unique_violation then null; end $$`,
    ...members.map((member) => `grant ${role} to ${member}`),
    `grant usage on schema public, attune to ${role}`,
    `revoke all on all tables in schema public from ${role}`,
  ]);
}

/** Policies of older versions asked these, for each row. */
const formerFunctions = ['study', 'panel', 'deployment']
  .map((parent) => `drop function if exists attune.sees_${parent}(uuid)`)
  .join('; ');

function tableStatements(table: string): string[] {
  const grants = policies[table] ?? [];
  return [
    `alter table ${quote(table)} enable row level security`,
    `alter table ${quote(table)} force row level security`,
    `do $$ declare p record; begin
       for p in select policyname from pg_policies where schemaname = 'public' and tablename = '${table}'
       loop execute format('drop policy %I on ${quote(table)}', p.policyname); end loop; end $$`,
    ...grants.flatMap(({ role, verbs, rows }, index) =>
      verbs.flatMap((verb) => {
        const name = `${role}_${verb}_${index}`;
        const using = verb === 'insert' ? '' : ` using (${rows})`;
        const check = verb === 'insert' || verb === 'update' ? ` with check (${rows})` : '';
        return [
          `grant ${verb} on ${quote(table)} to ${databaseRoles[role]}`,
          `create policy ${quote(name)} on ${quote(table)} for ${verb} to ${databaseRoles[role]}${using}${check}`,
        ];
      }),
    ),
  ];
}

/** Statements that bring roles, functions, triggers and policies to what this code says. */
export function accessStatements(applicationUser: string | null): string[] {
  return [
    accessFunctions,
    registerTriggers,
    monitoringTriggers,
    ...roleStatements(applicationUser),
    ...Object.keys(policies).flatMap(tableStatements),
    formerFunctions,
  ];
}
