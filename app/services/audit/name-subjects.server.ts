import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listActivityTitles } from '#db/queries/activity.server.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { listDatasets } from '#db/queries/dataset.server.ts';
import { listVersionHeads } from '#db/queries/instrument.server.ts';
import { listMemberInvitationEmails } from '#db/queries/member-invitation.server.ts';
import { listPanelTitles } from '#db/queries/panel.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { listStudies } from '#db/queries/study.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { can } from '../../permissions.ts';
import type { AuditSubject } from './audit-actions.ts';

type Named = readonly [id: string, name: string | LocalText];
export type SubjectNames = ReadonlyMap<string, string | LocalText>;

async function listNamed(
  tx: Transaction,
  member: Member,
  kind: AuditSubject,
): Promise<readonly Named[]> {
  const { organisationId } = member;
  switch (kind) {
    case 'study':
      return (await listStudies(tx, { organisationId })).map(({ id, title }) => [id, title]);
    case 'instrument': {
      // Newest version first: a map keeps the last title of an id, so the newest must come last.
      const heads = await listVersionHeads(tx, { organisationId });
      return heads.reverse().map(({ instrumentId, title }) => [instrumentId, title]);
    }
    case 'panel':
      return (await listPanelTitles(tx, { organisationId })).map(({ id, title }) => [id, title]);
    case 'activity':
      return (await listActivityTitles(tx, { organisationId })).map(({ id, title }) => [id, title]);
    case 'system':
      return (await listSystems(tx, { organisationId })).map(({ id, name }) => [id, name]);
    case 'dataset':
      return (await listDatasets(tx, { organisationId })).map(({ id, name }) => [id, name]);
    case 'site':
      return (await listEverySite(tx, { organisationId })).map(({ id, name }) => [id, name]);
    case 'member-invitation': {
      if (!can(member, 'people.read')) return [];
      const invitations = await listMemberInvitationEmails(tx, { organisationId });
      return invitations.map(({ id, email }) => [id, email]);
    }
    case 'organisation':
    case 'mail':
    case 'user':
      return [];
  }
}

/** What the entries are about, as the reader may know it; accounts lie outside the transaction. */
export async function nameSubjects(
  tx: Transaction,
  member: Member,
  kinds: ReadonlySet<AuditSubject>,
): Promise<SubjectNames> {
  const named: Named[] = [];
  for (const kind of kinds) named.push(...(await listNamed(tx, member, kind)));
  return new Map(named);
}
