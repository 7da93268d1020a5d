import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { codeAssignments, doubleReadings } from '../../schema/code-assignment.ts';
import { codebookEvents, codes, codings, themes } from '../../schema/coding.ts';
import { themeFlags, themeReplies } from '../../schema/theme-check.ts';
import {
  demoCodes,
  demoDecision,
  demoFlag,
  demoSecondReadings,
  demoThemes,
} from './coding-texts.ts';
import { daysBefore } from './days.ts';
import type { DemoRound } from './insert-rounds.server.ts';
import type { DemoPanel } from './insert-set-up.server.ts';
import type { DemoFirstRound, DemoSaid } from './insert-words.server.ts';

type Of = { organisationId: string; panelId: string; codingId: string };

/** One event for each code, and one more for each that is in a theme. */
const demoVersion = demoCodes.reduce((sum, { theme }) => sum + (theme === null ? 1 : 2), 0);

/** What the person with this place among those of the language said. */
function finder({ worries }: DemoFirstRound) {
  return ({ language, person }: { language: string; person: number }): DemoSaid => {
    const said = worries.filter((one) => one.person.language === language)[person];
    if (!said) throw new Error(`the demo has too few worries in ${language}`);
    return said;
  };
}

async function insertCodebook(tx: Transaction, of: Of, demo: DemoPanel) {
  const themeIds = demoThemes.map(() => randomUUID());
  await tx.insert(themes).values(
    demoThemes.map((theme, index) => ({
      ...{ ...of, ...theme, id: themeIds[index] ?? '', position: index + 1 },
    })),
  );
  const ids = new Map(demoCodes.map(({ name }) => [name, randomUUID()]));
  await tx.insert(codes).values(
    demoCodes.map(({ name, description, theme, against = false }, index) => ({
      ...{ ...of, id: ids.get(name) ?? '', position: index + 1, name, description, against },
      themeId: theme === null ? null : (themeIds[theme] ?? null),
    })),
  );
  const events = demoCodes.flatMap(({ name, description, theme, against = false }) => {
    const codeId = ids.get(name) ?? '';
    const title = theme === null ? null : (demoThemes[theme]?.title.en ?? null);
    const made = { kind: 'create' as const, codeId, change: { name, description } };
    const put = { kind: 'group' as const, codeId, change: { theme: title, against } };
    return title === null ? [made] : [made, put];
  });
  await tx.insert(codebookEvents).values(
    events.map((event, index) => ({
      ...{ ...of, ...event, number: index + 1, reason: '', by: demo.facilitatorId },
      at: new Date(daysBefore(demo.today, 60)),
    })),
  );
  return ids;
}

/** The worries of the first round, coded and themed; the people are being asked whether it is right. */
export async function insertCoding(
  tx: Transaction,
  demo: DemoPanel,
  { first, rounds }: { first: DemoFirstRound; rounds: readonly DemoRound[] },
): Promise<void> {
  const { organisationId, panelId, facilitatorId, moderatorId, today } = demo;
  const of = { organisationId, panelId, codingId: randomUUID() };
  const saidAt = finder(first);
  await tx.insert(codings).values({
    ...{ organisationId, panelId, id: of.codingId, roundId: rounds[0]?.roundId ?? '' },
    ...{ startedBy: facilitatorId, version: demoVersion },
    ...{ checkOpenedOn: daysBefore(today, 2), checkClosesOn: daysBefore(today, -21) },
  });
  const ids = await insertCodebook(tx, of, demo);
  await tx.insert(codeAssignments).values(
    demoCodes.flatMap(({ name, places }) =>
      places.map((place) => {
        const { id, words } = saidAt(place);
        const start = place.words === undefined ? 0 : words.text.indexOf(place.words);
        return {
          ...{ ...of, contributionId: id, codeId: ids.get(name) ?? '', start },
          ...{ end: start + (place.words ?? words.text).length, by: facilitatorId },
          ...{ origin: 'human' as const, at: new Date(daysBefore(today, 45)) },
        };
      }),
    ),
  );
  const idsOf = (names: readonly string[]) => names.map((name) => ids.get(name) ?? '').sort();
  await tx.insert(doubleReadings).values(
    demoSecondReadings.map(({ codes: second, ...place }) => {
      const own = demoCodes.filter(({ places }) =>
        places.some(
          ({ language, person }) => language === place.language && person === place.person,
        ),
      );
      const isDecided = second.length > own.length;
      return {
        ...{ ...of, contributionId: saidAt(place).id, coder: moderatorId },
        ...{ firstCodes: idsOf(own.map(({ name }) => name)), secondCodes: idsOf(second) },
        doneOn: daysBefore(today, 30),
        ...(isDecided
          ? {
              ...{ decidedCodes: idsOf(demoDecision.codes), reason: demoDecision.reason },
              ...{ decidedBy: facilitatorId, decidedOn: daysBefore(today, 29) },
            }
          : {}),
      };
    }),
  );
  await tx.insert(themeFlags).values({
    ...{ ...of, contributionId: saidAt(demoFlag).id, by: moderatorId, reason: demoFlag.reason },
    raisedOn: daysBefore(today, 20),
  });
  const [agreeing] = first.worries;
  if (agreeing) {
    await tx.insert(themeReplies).values({
      ...{ ...of, memberId: agreeing.person.memberId, verdict: 'yes' },
      ...{ language: agreeing.person.language, repliedOn: daysBefore(today, 1) },
    });
  }
}
