import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { markReminded, takeRemindable } from '#db/queries/invitation.server.ts';
import { addMails, deleteWaitingMails, type Mail } from '#db/queries/outbox.server.ts';
import { findStudy } from '#db/queries/study.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditInvitations, requireOpenWave } from './internal.server.ts';
import { newPersonalLink, resumeLink } from './personal-link.server.ts';
import { maximumReminders } from './reminder-rule.ts';
import { invitationWriter, type MailStudy } from './write-invitation-mail.server.ts';

type Person = Awaited<ReturnType<typeof takeRemindable>>[number];
type Writers = Map<string, Awaited<ReturnType<typeof invitationWriter>>>;

async function writersFor(study: MailStudy & { languages: string[] }): Promise<Writers> {
  const writers: Writers = new Map();
  for (const language of study.languages) {
    writers.set(language, await invitationWriter(study, language as Language));
  }
  return writers;
}

/** Who never opened the link gets a new one; who did goes on with what they have begun. */
function reminderFor(member: Member, person: Person, writers: Writers) {
  const write = writers.get(person.language);
  if (!write) return null;
  const fresh = person.consumed ? null : newPersonalLink();
  const text = fresh ? write('reminder', fresh.link) : write('reminder-opened', resumeLink());
  const mail: Mail = {
    organisationId: member.organisationId,
    invitationId: person.id,
    recipient: person.email,
    ...text,
  };
  return { mail, reminded: { id: person.id, tokenHash: fresh?.tokenHash ?? null } };
}

async function remind(
  tx: Transaction,
  member: Member,
  { people, day, writers }: { people: Person[]; day: string; writers: Writers },
) {
  const { organisationId } = member;
  const made = people
    .map((person) => reminderFor(member, person, writers))
    .filter((reminder) => reminder !== null);
  const reminded = made.map((reminder) => reminder.reminded);
  await markReminded(tx, { organisationId, today: day, reminded });
  await deleteWaitingMails(tx, { organisationId, invitationIds: reminded.map(({ id }) => id) });
  await addMails(
    tx,
    made.map(({ mail }) => mail),
  );
  return made.length;
}

/** Reminds whoever has not finished, at most three times and never twice on a day. */
export async function remindPeople(
  member: Member,
  { studyId, waveId }: { studyId: string; waveId: string },
): Promise<{ reminded: number }> {
  authorise(member, 'invitations.manage');
  const { organisationId } = member;
  const study = await withActor(member, (tx) => findStudy(tx, { organisationId, studyId }));
  if (!study) throw new ServiceError('not-found');
  const writers = await writersFor(study);
  const day = today();
  const reminded = await withActor(member, async (tx) => {
    const wave = await requireOpenWave(tx, member, { studyId, waveId });
    const ofWave = { organisationId, studyId, waveId };
    const people = await takeRemindable(tx, { ...ofWave, maximum: maximumReminders, today: day });
    if (people.length === 0) throw new ServiceError('illegal-state', 'nobody-to-remind');
    const count = await remind(tx, member, { people, day, writers });
    await auditInvitations(tx, member, {
      action: 'invitations.reminded',
      studyId,
      detail: { wave: wave.number, people: count },
    });
    return count;
  });
  await announceMail();
  return { reminded };
}
