import { eq, max } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { withActor } from '#db/actor.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents, panelMembers } from '#db/schema/panel-member.ts';
import { panelChannels, panelConsentVersions, panels } from '#db/schema/panel.ts';
import { panelPrompts, panelRounds } from '#db/schema/panel-round.ts';
import { demoPanelSlug } from '#db/seed/panel/set-up-texts.ts';
import { fillVotedRound, fillVotes } from './themes/fill-votes.ts';
import type { FilledRound } from './themes/filled-round.ts';
import { textsOfRound } from './themes/texts.ts';

const question = { en: 'What was it like?', kk: 'Қалай өтті?', ar: 'كيف كان ذلك؟' };
const on = '2026-06-01';

/** In a panel of so few, groups of opinion are told in people alone. */
const few = 25;

/**
 * Gives the demo's panel two more closed rounds: in one three hundred people wrote and voted, in the other
 * few of them voted.
 */
async function fillRound(dataDir: string): Promise<FilledRound> {
  const database = await openDatabase({ kind: 'embedded', dataDir });
  const system = { kind: 'system', organisationId: null } as const;
  const filled = await withActor(database.db, system, async (tx) => {
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
    const title = { en: 'Being in hospital', kk: 'Ауруханада болу', ar: 'البقاء في المستشفى' };
    await tx.insert(panelRounds).values({
      ...{ ...of, id: roundId, number: 50, state: 'closed', title },
      ...{ intro: question, minutes: 5, openedOn: on, closedOn: on },
      outcome: { en: 'Thank you.', kk: 'Рақмет.', ar: 'شكرًا.' },
    });
    await tx.insert(panelPrompts).values({
      ...{ ...of, id: promptId, roundId, position: 1, kind: 'free-text' },
      ...{ text: question, easyRead: question },
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
          { ...shared, id: randomUUID(), purpose: 'quote' as const, granted: number % 3 > 0 },
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
    const members = people.map(({ memberId }) => memberId);
    await fillVotes(tx, of, { roundId, members });
    const smallRoundId = await fillVotedRound(tx, of, {
      ...{ number: 51, on, members: members.slice(0, few) },
    });
    const speakers = people.map(({ memberId, number, language, text }) => ({
      ...{ memberId, language, text, mayQuote: number % 3 > 0 },
    }));
    return { panelId: panel.id, roundId, smallRoundId, speakers };
  });
  await database.close();
  return filled;
}

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('give the data directory');
process.stdout.write(JSON.stringify(await fillRound(dataDir)));
