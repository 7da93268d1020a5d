import type { Transaction } from '../../database.ts';
import { insertContribution, type DemoEvent } from './insert-contribution.server.ts';
import type { DemoPerson } from './insert-people.server.ts';
import type { DemoRound } from './insert-rounds.server.ts';
import { demoLanguages, type DemoPanel } from './insert-set-up.server.ts';
import {
  demoAnswers,
  demoMargins,
  demoRefused,
  demoReviews,
  demoWorries,
  type DemoWords,
} from './words.ts';

export type DemoSaid = { id: string; person: DemoPerson; words: DemoWords; value?: number };

/** What was said to each prompt of the first round, in the order of the texts. */
export type DemoFirstRound = { worries: DemoSaid[]; reviews: DemoSaid[]; margins: DemoSaid[] };

type Prompt = { roundId: string; promptId: string };

async function insertFirst(
  tx: Transaction,
  demo: DemoPanel,
  given: {
    people: readonly DemoPerson[];
    prompt: Prompt;
    words: Record<DemoPerson['language'], readonly (DemoWords & { value?: number })[]>;
    /** The person of a language who told it to a scribe. */
    scribed?: { language: DemoPerson['language']; index: number };
  },
): Promise<DemoSaid[]> {
  const { facilitatorId, moderatorId } = demo;
  const said: DemoSaid[] = [];
  for (const language of demoLanguages) {
    const own = given.people.filter((person) => person.language === language);
    for (const [index, words] of given.words[language].entries()) {
      const person = own[index];
      if (!person) throw new Error(`the demo's panel has too few people who speak ${language}`);
      const isScribed = given.scribed?.language === language && given.scribed.index === index;
      const events: DemoEvent[] = [
        { kind: 'sent', days: 126 - index, by: isScribed ? facilitatorId : null },
        { kind: 'redacted', days: 124 - index, by: facilitatorId },
        { kind: 'accepted', days: 122 - index, by: moderatorId },
      ];
      const value = words.value;
      const id = await insertContribution(tx, demo, person, {
        ...{ ...given.prompt, words, state: 'accepted', events },
        ...(isScribed ? { scribe: 'Farid Facilitator' } : {}),
        ...(value === undefined ? {} : { value }),
      });
      said.push({ id, person, words, ...(value === undefined ? {} : { value }) });
    }
  }
  return said;
}

/** Of the open round: one waits to be read, one to be decided on, one was rejected and is appealed. */
async function insertSecond(
  tx: Transaction,
  demo: DemoPanel,
  { people, prompt }: { people: readonly DemoPerson[]; prompt: Prompt },
): Promise<void> {
  const { facilitatorId, moderatorId } = demo;
  const { received, redacted, rejected } = demoAnswers;
  const first = (language: DemoPerson['language']) => {
    const person = people.find((one) => one.language === language);
    if (!person) throw new Error(`nobody of the demo's panel speaks ${language}`);
    return person;
  };
  const sent: DemoEvent = { kind: 'sent', days: 6, by: null };
  const read: DemoEvent = { kind: 'redacted', days: 5, by: facilitatorId };
  await insertContribution(tx, demo, first('en'), {
    ...{ ...prompt, words: received, state: 'received', events: [sent] },
  });
  await insertContribution(tx, demo, first('kk'), {
    ...{ ...prompt, words: redacted, state: 'redacted', events: [sent, read] },
  });
  await insertContribution(tx, demo, first('ar'), {
    ...{ ...prompt, words: rejected, state: 'rejected' },
    events: [
      sent,
      read,
      { kind: 'rejected', days: 4, by: moderatorId, reason: 'names-a-person', note: rejected.note },
      { kind: 'appealed', days: 3, by: null, note: rejected.appeal },
    ],
  });
}

/**
 * What people said. In the first round everybody says what worries them; one of them had a scribe, one
 * took back a review, one review was rejected and, after an appeal, accepted by somebody else, and one
 * answer was rejected without an appeal so far.
 */
export async function insertWords(
  tx: Transaction,
  demo: DemoPanel,
  { people, rounds }: { people: readonly DemoPerson[]; rounds: readonly DemoRound[] },
): Promise<DemoFirstRound> {
  const promptOf = (round: number, position: number): Prompt => ({
    roundId: rounds[round]?.roundId ?? '',
    promptId: rounds[round]?.promptIds[position] ?? '',
  });
  const worries = await insertFirst(tx, demo, {
    ...{ people, prompt: promptOf(0, 0), words: demoWorries },
    scribed: { language: 'ar', index: 2 },
  });
  const reviews = await insertFirst(tx, demo, {
    ...{ people, prompt: promptOf(0, 1), words: demoReviews },
  });
  const margins = await insertFirst(tx, demo, {
    ...{ people, prompt: promptOf(0, 2), words: demoMargins },
  });
  const { facilitatorId, moderatorId } = demo;
  const withoutReview = people.filter(
    ({ memberId }) => !reviews.some(({ person }) => person.memberId === memberId),
  );
  const [withdrawing, appealing] = withoutReview;
  if (withdrawing) {
    await insertContribution(tx, demo, withdrawing, {
      ...{ ...promptOf(0, 1), words: { text: '' }, state: 'withdrawn' },
      events: [
        { kind: 'sent', days: 120, by: null },
        { kind: 'redacted', days: 118, by: facilitatorId },
        { kind: 'withdrawn', days: 117, by: null },
      ],
    });
  }
  if (appealing) {
    const words: DemoWords = { text: 'Who wrote this? Let somebody sign it.' };
    const events: DemoEvent[] = [
      { kind: 'sent', days: 119, by: null },
      { kind: 'redacted', days: 117, by: facilitatorId },
      { kind: 'rejected', days: 115, by: moderatorId, reason: 'off-topic' },
      { kind: 'appealed', days: 112, by: null, note: 'It is about the leaflet.' },
      { kind: 'appeal-upheld', days: 110, by: facilitatorId },
    ];
    const id = await insertContribution(tx, demo, appealing, {
      ...{ ...promptOf(0, 1), words, state: 'accepted', events },
    });
    reviews.push({ id, person: appealing, words });
  }
  const refused = people.filter(({ language }) => language === 'ar')[2];
  if (refused) {
    const { note, value, ...words } = demoRefused;
    await insertContribution(tx, demo, refused, {
      ...{ ...promptOf(0, 2), words, value, state: 'rejected' },
      events: [
        { kind: 'sent', days: 118, by: null },
        { kind: 'redacted', days: 116, by: facilitatorId },
        { kind: 'rejected', days: 114, by: moderatorId, reason: 'names-a-person', note },
      ],
    });
  }
  await insertSecond(tx, demo, { people, prompt: promptOf(1, 0) });
  return { worries, reviews, margins };
}
