import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import {
  insertInvitations,
  listInvitedEmails,
  type NewInvitation,
} from '#db/queries/invitation.server.ts';
import { addMails, type Mail } from '#db/queries/outbox.server.ts';
import { findStudy, listStudySites } from '#db/queries/study.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditInvitations, requireLinks, requireOpenWave } from './internal.server.ts';
import {
  checkInvitationList,
  readInvitationList,
  type Invitee,
  type Rejection,
} from './invitation-list.ts';
import { newPersonalLink } from './personal-link.server.ts';
import { invitationWriter, type MailStudy } from './write-invitation-mail.server.ts';

export type InvitationRequest = {
  studyId: string;
  waveId: string;
  /** Pasted or from a file: e-mail, and where it says so site and language. */
  list: string;
  siteId: string | null;
  language: Language | null;
};

export type InvitedPeople = { ok: true; invited: number } | { ok: false; rejected: Rejection[] };

async function readContext(member: Member, { studyId }: { studyId: string }) {
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const study = await findStudy(tx, { organisationId, studyId });
    if (!study) throw new ServiceError('not-found');
    return { study, sites: await listStudySites(tx, { organisationId, studyId }) };
  });
}

async function rejectInvited(
  member: Member,
  { studyId, waveId }: InvitationRequest,
  invitees: readonly Invitee[],
): Promise<Rejection[]> {
  const { organisationId } = member;
  const emails = invitees.map(({ email }) => email);
  const known = new Set(
    await withActor({ kind: 'system', organisationId }, (tx) =>
      listInvitedEmails(tx, { organisationId, studyId, waveId, emails }),
    ),
  );
  return invitees
    .filter(({ email }) => known.has(email))
    .map(({ line, email }) => ({ line, email, reason: 'already-invited', value: email }));
}

async function prepare(
  member: Member,
  request: InvitationRequest,
  study: MailStudy,
  invitees: readonly Invitee[],
) {
  const { organisationId } = member;
  const { studyId, waveId } = request;
  const invitedOn = today();
  const invitations: NewInvitation[] = [];
  const mails: Mail[] = [];
  const languages = new Set(invitees.map(({ language }) => language));
  for (const language of languages) {
    const write = await invitationWriter(study, language);
    for (const { email, siteId } of invitees.filter((invitee) => invitee.language === language)) {
      const id = randomUUID();
      const { link, tokenHash } = newPersonalLink();
      invitations.push({
        organisationId,
        id,
        studyId,
        waveId,
        siteId,
        email,
        language,
        tokenHash,
        invitedOn,
      });
      mails.push({
        organisationId,
        invitationId: id,
        recipient: email,
        ...write('invitation', link),
      });
    }
  }
  return { invitations, mails };
}

/** Invites everybody on a list to the open wave, or nobody when one row is refused. */
export async function invitePeople(
  member: Member,
  request: InvitationRequest,
): Promise<InvitedPeople> {
  authorise(member, 'invitations.manage');
  const { study, sites } = await readContext(member, request);
  requireLinks(study);
  const read = readInvitationList(request.list);
  const { siteId, language } = request;
  const languages = study.languages as Language[];
  const checked = checkInvitationList(read.rows, { sites, languages, siteId, language });
  const { invitees } = checked;
  const rejected = [
    ...read.rejected,
    ...checked.rejected,
    ...(await rejectInvited(member, request, invitees)),
  ];
  if (rejected.length > 0) {
    return { ok: false, rejected: rejected.sort((a, b) => a.line - b.line) };
  }
  if (invitees.length === 0) throw new ServiceError('invalid', 'list-empty');
  const siteIds = [...new Set(invitees.map((invitee) => invitee.siteId))];
  authorise(member, 'invitations.manage', siteIds);
  const { invitations, mails } = await prepare(member, request, study, invitees);
  const { studyId, waveId } = request;
  await withActor(member, async (tx) => {
    const wave = await requireOpenWave(tx, member, { studyId, waveId });
    const inserted = await insertInvitations(tx, invitations);
    if (inserted < invitations.length) throw new ServiceError('conflict', 'invited-meanwhile');
    await addMails(tx, mails);
    await auditInvitations(tx, member, {
      action: 'invitations.sent',
      studyId,
      detail: { wave: wave.number, people: inserted, siteIds },
    });
  });
  await announceMail();
  return { ok: true, invited: invitations.length };
}
