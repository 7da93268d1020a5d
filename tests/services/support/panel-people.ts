import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents, panelContacts, panelMembers } from '#db/schema/panel-member.ts';
import { panelChannels, panelConsentVersions } from '#db/schema/panel.ts';
import { eq } from 'drizzle-orm';

type OfRound = {
  organisationId: string;
  panelId: string;
  roundId: string;
  promptId: string;
};

export type Person = { memberId: string; contributionId: string; number: number };

/** A channel by which people come to a panel. */
export async function openChannel({ organisationId, panelId }: OfRound): Promise<string> {
  const id = randomUUID();
  await getDatabase()
    .insert(panelChannels)
    .values({ organisationId, panelId, id, code: `c-${id}`, name: 'Poster', kind: 'open' });
  return id;
}

/** Says yes or no to one purpose, after whatever was said before. */
export async function answerConsent(
  { organisationId, panelId }: Pick<OfRound, 'organisationId' | 'panelId'>,
  memberId: string,
  answer: { purpose: 'read' | 'quote' | 'credit'; granted: boolean; number: number },
): Promise<string> {
  const db = getDatabase();
  const [version] = await db
    .select({ id: panelConsentVersions.id })
    .from(panelConsentVersions)
    .where(eq(panelConsentVersions.panelId, panelId));
  const id = randomUUID();
  await db.insert(panelConsents).values({
    ...{ organisationId, panelId, memberId, id, basis: 'own', ...answer },
    consentVersionId: version?.id ?? '',
  });
  return id;
}

/** Somebody of a panel who has said something that was accepted. */
export async function addPerson(
  round: OfRound,
  channelId: string,
  options: { number: number; text: string; email?: string; mayQuote?: boolean; language?: string },
): Promise<Person> {
  const db = getDatabase();
  const { organisationId, panelId, roundId, promptId } = round;
  const { number, text, email = '', mayQuote = true, language = 'en' } = options;
  const [memberId, contributionId] = [randomUUID(), randomUUID()];
  await db.insert(panelMembers).values({
    ...{ organisationId, panelId, channelId, id: memberId, number, language },
    ...{ state: 'active', joinedOn: '2026-01-05' },
  });
  await db
    .insert(panelContacts)
    .values({ organisationId, panelId, memberId, email, name: `Person ${number}` });
  const answer = { granted: true, number: 1 };
  const consentId = await answerConsent(round, memberId, { purpose: 'read', ...answer });
  await answerConsent(round, memberId, { purpose: 'quote', ...answer, granted: mayQuote });
  await db.insert(contributions).values({
    ...{ organisationId, panelId, roundId, promptId, memberId, id: contributionId },
    ...{ consentId, consentPurpose: 'read', language, register: 'standard' },
    ...{ state: 'accepted', text, sentOn: '2026-01-06' },
  });
  return { memberId, contributionId, number };
}
