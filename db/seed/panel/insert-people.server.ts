import { randomUUID } from 'node:crypto';
import { drawInput, poolHash } from '#app/services/recruitment/draw-pool.server.ts';
import { runDraw } from '#app/services/recruitment/run-draw.server.ts';
import type { Transaction } from '../../database.ts';
import { panelDrawCandidates, panelDraws, type Quota } from '../../schema/panel-draw.ts';
import {
  panelConsents,
  panelContacts,
  panelMemberBands,
  panelMembers,
  panelNeeds,
} from '../../schema/panel-member.ts';
import { consentPurposes, type ConsentPurpose } from '../../schema/panel.ts';
import { daysBefore } from './days.ts';
import type { DemoPanel, DemoSetUp } from './insert-set-up.server.ts';
import {
  bandOfLanguage,
  demoCandidates,
  demoQuotas,
  demoSeats,
  demoSeed,
  type DemoLanguage,
} from './people.ts';
import { demoStrata } from './set-up-texts.ts';

export type DemoPerson = {
  memberId: string;
  number: number;
  language: DemoLanguage;
  /** Consents that were granted. */
  consents: Record<ConsentPurpose, string | null>;
};

type Offered = { id: string; number: number; bands: { stratumId: string; band: string }[] } & Pick<
  (typeof demoCandidates)[number],
  'language' | 'channel' | 'needs'
>;

function offer({ strata }: DemoSetUp): Offered[] {
  return demoCandidates.map(({ language, age, channel, needs }, index) => ({
    ...{ id: randomUUID(), number: index + 1, language, channel, needs },
    bands: [bandOfLanguage[language], age].map((band, at) => ({
      ...{ stratumId: strata[at]?.id ?? '', band },
    })),
  }));
}

/** As the product draws: who was selected can be computed again from seed, quotas and pool. */
async function draw(tx: Transaction, demo: DemoPanel, setUp: DemoSetUp, offered: Offered[]) {
  const quotas: Quota[] = demoQuotas.flatMap((bands, at) =>
    Object.entries<readonly [number, number]>(bands).map(([band, [fewest, most]]) => ({
      ...{ stratumId: setUp.strata[at]?.id ?? '', band, fewest, most },
    })),
  );
  const pool = {
    ...{ quotas, seats: demoSeats, seated: [] },
    strata: setUp.strata.map(({ id }, at) => ({
      ...{ id, bands: demoStrata[at]?.bands.map((band) => ({ ...band })) ?? [] },
    })),
    candidates: offered.map(({ bands, ...person }) => ({
      ...{ ...person, state: 'candidate' as const },
      bands: Object.fromEntries(bands.map(({ stratumId, band }) => [stratumId, band])),
    })),
  };
  const result = await runDraw(drawInput(pool, demoSeed));
  if (!result.ok) throw new Error(`the demo's draw has no panel: ${result.reason}`);
  const { organisationId, panelId, today } = demo;
  const drawId = randomUUID();
  await tx.insert(panelDraws).values({
    ...{ organisationId, panelId, id: drawId, number: 1, seed: demoSeed, seats: demoSeats },
    ...{ quotas, poolHash: poolHash(pool), drawnBy: demo.facilitatorId },
    drawnAt: new Date(daysBefore(today, 150)),
  });
  const selected = new Set(result.selected);
  const chances = new Map(result.chances.map((one) => [one.number, one.probability]));
  const candidates = offered.map(({ id: memberId, number }) => ({
    ...{ organisationId, panelId, drawId, memberId, selected: selected.has(number) },
    probability: Math.min(1, Math.max(0, chances.get(number) ?? 0)),
  }));
  return { selected, insert: () => tx.insert(panelDrawCandidates).values(candidates) };
}

async function insertConsents(
  tx: Transaction,
  demo: DemoPanel,
  { person, consentVersionId }: { person: Offered; consentVersionId: string },
): Promise<DemoPerson['consents']> {
  const { organisationId, panelId, today } = demo;
  const given: DemoPerson['consents'] = { read: null, quote: null, credit: null, recontact: null };
  for (const purpose of consentPurposes) {
    const isAsked = { read: true, quote: person.number % 6 !== 3, credit: person.number % 2 === 0 };
    const granted = purpose === 'recontact' || isAsked[purpose];
    const id = randomUUID();
    await tx.insert(panelConsents).values({
      ...{ organisationId, panelId, id, memberId: person.id, consentVersionId, purpose, granted },
      ...{ basis: 'own', number: 1, at: new Date(daysBefore(today, 160)) },
    });
    if (granted) given[purpose] = id;
  }
  return given;
}

/** People who offered to take part, the draw among them, and what who was drawn agreed to. */
export async function insertPeople(
  tx: Transaction,
  demo: DemoPanel,
  setUp: DemoSetUp,
): Promise<DemoPerson[]> {
  const { organisationId, panelId, today } = demo;
  const offered = offer(setUp);
  const { selected, insert } = await draw(tx, demo, setUp, offered);
  const people: DemoPerson[] = [];
  for (const person of offered) {
    const { id: memberId, number, language } = person;
    const ofMember = { organisationId, panelId, memberId };
    const isSelected = selected.has(number);
    const needs = [...person.needs];
    await tx.insert(panelMembers).values({
      ...{ organisationId, panelId, id: memberId, number, language },
      channelId: setUp.channelIds[person.channel] ?? '',
      register: needs.some((need) => need === 'easy-read') ? 'easy-read' : 'standard',
      state: isSelected ? 'active' : 'not-selected',
      joinedOn: daysBefore(today, 165 - number),
    });
    await tx
      .insert(panelContacts)
      .values({ ...ofMember, email: `member-${number}@riverside.example` });
    await tx.insert(panelMemberBands).values(
      person.bands.map((band) => ({
        ...{ ...ofMember, ...band, expiresOn: daysBefore(today, -365) },
      })),
    );
    if (needs.length > 0) await tx.insert(panelNeeds).values({ ...ofMember, needs });
    const { consentVersionId } = setUp;
    const consents = await insertConsents(tx, demo, { person, consentVersionId });
    if (isSelected) people.push({ memberId, number, language, consents });
  }
  await insert();
  return people;
}
