import type { Member } from '#db/actor.server.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { findPerson } from '#db/queries/panel-people.server.ts';
import { ServiceError } from '../../errors.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditPanel, changePanel } from '../panels/change-panel.server.ts';
import { issuePersonalLink } from '../taking-part/issue-personal-link.server.ts';
import { writeLetter, type Letter } from './write-letter.server.ts';

type Issue = { panelId: string; memberId: string; how: 'mail' | 'letter' };

/**
 * A new personal link, by mail or as a letter that is shown once. The earlier link ends, and so does
 * what was opened with it.
 */
export async function issueLink(
  member: Member,
  { panelId, memberId, how }: Issue,
): Promise<Letter | null> {
  const change = { panelId, permission: 'panel-members.manage', states: ['open'] } as const;
  const letter = await changePanel(member, change, async (tx, panel) => {
    const { organisationId } = member;
    const person = await findPerson(tx, { organisationId, panelId, memberId });
    if (!person) throw new ServiceError('not-found');
    if (person.state === 'left') throw new ServiceError('illegal-state', 'person-left');
    if (how === 'mail' && person.email === '') {
      throw new ServiceError('invalid', 'person-no-email');
    }
    const { link, language } = await issuePersonalLink(tx, { organisationId, memberId });
    const detail = { number: person.number, how };
    await auditPanel(tx, member, { action: 'panel.link-issued', panelId, detail });
    const asker = await getOrganisation(tx, { organisationId });
    const organisation = asker?.name ?? '';
    const facts = {
      title: panel.title,
      organisation,
      contact: asker?.contact ?? '',
      link,
      language,
    };
    const isLarge = person.needs.includes('large-print');
    const letter = await writeLetter({ ...facts, name: person.name, isLarge });
    if (how === 'letter') return letter;
    await addMail(tx, {
      ...{ organisationId, recipient: person.email, language: letter.language },
      subject: letter.heading.replace(/\s+/gu, ' '),
      body: [letter.greeting, letter.paragraphs[0], link, letter.keep, letter.help].join('\n\n'),
    });
    return null;
  });
  if (how === 'mail') await announceMail();
  return letter;
}
