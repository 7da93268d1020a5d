import { randomUUID } from 'node:crypto';
import { getDatabase } from '#app/database.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents, panelMembers } from '#db/schema/panel-member.ts';
import { panelChannels, panelConsentVersions } from '#db/schema/panel.ts';
import { eq } from 'drizzle-orm';

export type Person = {
  organisationId: string;
  panelId: string;
  memberId: string;
  language: string;
  readConsent: string;
};

type Joining = { organisationId: string; panelId: string };

/** People who joined a panel and agreed to be read; the first of each language to be quoted as well. */
export async function joinPeople(
  { organisationId, panelId }: Joining,
  counts: Record<string, number>,
): Promise<Person[]> {
  const db = getDatabase();
  const channelId = randomUUID();
  await db.insert(panelChannels).values({
    ...{ organisationId, panelId, id: channelId, code: channelId, name: 'Poster', kind: 'open' },
  });
  const [version] = await db
    .select({ id: panelConsentVersions.id })
    .from(panelConsentVersions)
    .where(eq(panelConsentVersions.panelId, panelId));
  const people: Person[] = [];
  let number = 100;
  for (const [language, count] of Object.entries(counts)) {
    for (let index = 0; index < count; index += 1) {
      const person = {
        ...{ organisationId, panelId, language },
        ...{ memberId: randomUUID(), readConsent: randomUUID() },
      };
      const ofMember = { organisationId, panelId, memberId: person.memberId };
      await db.insert(panelMembers).values({
        ...{ organisationId, panelId, channelId, language, id: person.memberId },
        ...{ number: (number += 1), state: 'active', joinedOn: '2026-01-01' },
      });
      const consent = {
        ...{ ...ofMember, consentVersionId: version?.id ?? '', granted: true, number: 1 },
        basis: 'own' as const,
      };
      await db.insert(panelConsents).values([
        { ...consent, id: person.readConsent, purpose: 'read' },
        { ...consent, id: randomUUID(), purpose: 'quote', granted: index === 0 },
      ]);
      people.push(person);
    }
  }
  return people;
}

/** What somebody said to a prompt, read and accepted. */
export async function say(
  { organisationId, panelId, memberId, language, readConsent }: Person,
  prompt: { roundId: string; promptId: string },
  words: { text: string; value?: number; state?: 'accepted' | 'rejected' },
): Promise<string> {
  const id = randomUUID();
  await getDatabase()
    .insert(contributions)
    .values({
      ...{ organisationId, panelId, memberId, id, ...prompt, language, register: 'standard' },
      ...{ consentId: readConsent, consentPurpose: 'read', state: words.state ?? 'accepted' },
      ...{ text: words.text, value: words.value ?? null, sentOn: '2026-02-01' },
    });
  return id;
}
