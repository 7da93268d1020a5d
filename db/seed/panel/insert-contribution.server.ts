import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { contributionTranslations } from '../../schema/contribution-translation.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
  type ContributionEventKind,
  type ContributionState,
  type ModerationReason,
} from '../../schema/contribution.ts';
import { daysBefore } from './days.ts';
import type { DemoPerson } from './insert-people.server.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import type { DemoWords } from './words.ts';

export type DemoEvent = {
  kind: ContributionEventKind;
  /** Days before the demo was made. */
  days: number;
  by: string | null;
  reason?: ModerationReason;
  note?: string;
};

type Said = {
  roundId: string;
  promptId: string;
  words: DemoWords;
  value?: number;
  state: ContributionState;
  events: readonly DemoEvent[];
  /** Who wrote it down at the telephone. */
  scribe?: string;
};

/** What a person said, its original, what became of it and what a translator made of it. */
export async function insertContribution(
  tx: Transaction,
  demo: DemoPanel,
  person: DemoPerson,
  said: Said,
): Promise<string> {
  const { organisationId, panelId, today } = demo;
  const { words, state, events, roundId, promptId, scribe } = said;
  const { memberId, language, consents } = person;
  const id = randomUUID();
  const sentOn = daysBefore(today, events[0]?.days ?? 0);
  const isUnread = state === 'received' || state === 'withdrawn';
  await tx.insert(contributions).values({
    ...{ organisationId, panelId, id, roundId, promptId, memberId, language, state, sentOn },
    ...{ consentId: consents.read ?? '', consentPurpose: 'read', register: 'standard' },
    ...(scribe === undefined ? {} : { mode: 'phone', scribe, readBackOn: sentOn }),
    ...{ text: isUnread ? null : words.text, value: said.value ?? null },
  });
  const ofContribution = { organisationId, panelId, contributionId: id };
  if (state !== 'withdrawn') {
    const text = words.original ?? words.text;
    const start = words.taken === undefined ? -1 : text.indexOf(words.taken);
    const end = start + (words.taken?.length ?? 0);
    await tx.insert(contributionOriginals).values({
      ...{ ...ofContribution, text, names: words.taken === undefined ? [] : [words.taken] },
      spans: start < 0 ? [] : [{ start, end, kind: 'name', proposedBy: 'machine' }],
    });
  }
  await tx.insert(contributionEvents).values(
    events.map(({ days, ...event }, index) => ({
      ...{ ...ofContribution, memberId, ...event, number: index + 1 },
      at: new Date(daysBefore(today, days)),
    })),
  );
  if (words.en !== undefined && !isUnread) {
    await tx.insert(contributionTranslations).values({
      ...{ ...ofContribution, language: 'en', text: words.en, origin: 'human' },
      ...{ by: 'Tamar Translator', checkedBy: 'Farid Facilitator' },
      ...{ createdAt: new Date(daysBefore(today, 92)), checkedOn: daysBefore(today, 90) },
    });
  }
  return id;
}
