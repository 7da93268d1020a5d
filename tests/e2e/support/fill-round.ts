import { eq, max } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { withActor } from '#db/actor.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents, panelMembers } from '#db/schema/panel-member.ts';
import { panelChannels, panelConsentVersions, panels } from '#db/schema/panel.ts';
import { panelPrompts, panelRounds } from '#db/schema/panel-round.ts';
import { demoPanelSlug } from '#db/seed/panel/set-up-texts.ts';
import { textsOfRound } from './themes/texts.ts';

const inAll = (text: string) => ({ en: text, kk: `${text} (kk)`, ar: `${text} (ar)` });
const on = '2026-06-01';

/** Gives the demo's panel one more closed round, in which three hundred people wrote. */
async function fillRound(dataDir: string): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', dataDir });
  const system = { kind: 'system', organisationId: null } as const;
  await withActor(database.db, system, async (tx) => {
    const [panel] = await tx.select().from(panels).where(eq(panels.slug, demoPanelSlug));
    if (!panel) throw new Error('the demo has a panel');
    const of = { organisationId: panel.organisationId, panelId: panel.id };
    const [channel] = await tx
      .select()
      .from(panelChannels)
      .where(eq(panelChannels.panelId, panel.id));
    const [version] = await tx
      .select()
      .from(panelConsentVersions)
      .where(eq(panelConsentVersions.panelId, panel.id));
    const [last] = await tx
      .select({ number: max(panelMembers.number) })
      .from(panelMembers)
      .where(eq(panelMembers.panelId, panel.id));
    const [roundId, promptId] = [randomUUID(), randomUUID()];
    await tx.insert(panelRounds).values({
      ...{ ...of, id: roundId, number: 50, state: 'closed', title: inAll('Being in hospital') },
      ...{ intro: inAll('Three hundred people'), minutes: 5, openedOn: on, closedOn: on },
      outcome: inAll('Thank you'),
    });
    await tx.insert(panelPrompts).values({
      ...{ ...of, id: promptId, roundId, position: 1, kind: 'free-text' },
      ...{ text: inAll('What was it like?'), easyRead: inAll('What was it like?') },
    });
    const people = textsOfRound().map((said, at) => ({
      ...{ ...said, memberId: randomUUID(), consentId: randomUUID() },
      number: (last?.number ?? 0) + at + 1,
    }));
    await tx.insert(panelMembers).values(
      people.map(({ memberId, number, language }) => ({
        ...{ ...of, id: memberId, number, language, channelId: channel?.id ?? '' },
        ...{ state: 'active' as const, joinedOn: on },
      })),
    );
    await tx.insert(panelConsents).values(
      people.flatMap(({ memberId, consentId, number }) => {
        const consent = { ...of, memberId, consentVersionId: version?.id ?? '', number: 1 };
        const shared = { ...consent, basis: 'own' as const };
        return [
          { ...shared, id: consentId, purpose: 'read' as const, granted: true },
          { ...shared, id: randomUUID(), purpose: 'quote' as const, granted: number % 2 === 0 },
        ];
      }),
    );
    await tx.insert(contributions).values(
      people.map(({ memberId, consentId, language, text }) => ({
        ...{ ...of, roundId, promptId, memberId, consentId, language, text },
        ...{ consentPurpose: 'read' as const, register: 'standard' as const },
        ...{ state: 'accepted' as const, sentOn: on },
      })),
    );
  });
  await database.close();
}

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('give the data directory');
await fillRound(dataDir);
