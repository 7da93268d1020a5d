import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database.ts';
import { codeAssignments } from '../../schema/code-assignment.ts';
import { codebookEvents, codes, codings, themes } from '../../schema/coding.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
  type ContributionState,
} from '../../schema/contribution.ts';
import { panelPrompts, panelRounds } from '../../schema/panel-round.ts';
import { daysBefore } from './days.ts';
import { demoLanguages, type DemoPanel } from './insert-set-up.server.ts';
import { demoSurvey, demoSurveyTitle } from './survey-questionnaire.ts';
import {
  demoSurveyCodes,
  demoSurveyTexts,
  demoSurveyThemes,
  type DemoSurveyText,
} from './survey-texts.ts';

type Origin = { waveId: string; day: string };

/** After the two rounds of the panel's own. */
const roundNumber = 3;

async function insertRound(tx: Transaction, demo: DemoPanel, { waveId, day }: Origin) {
  const { organisationId, panelId } = demo;
  const [roundId, promptId] = [randomUUID(), randomUUID()];
  const [item] = demoSurvey.textItems ?? [];
  if (!item) throw new Error('the survey of the demo asks something in own words');
  const intro = Object.fromEntries(
    Object.entries(demoSurveyTitle).map(([tag, title]) => [tag, `${title}: ${day.slice(0, 7)}`]),
  );
  await tx.insert(panelRounds).values({
    ...{ organisationId, panelId, id: roundId, number: roundNumber, title: item.stem, intro },
    ...{ source: 'survey', state: 'open', minutes: 0, openedOn: day },
    ...{ surveyWaveId: waveId, surveyItemId: item.id },
  });
  await tx.insert(panelPrompts).values({
    ...{ organisationId, panelId, roundId, id: promptId, position: 1, text: item.stem },
    easyRead: item.easyRead ?? {},
  });
  return { roundId, promptId };
}

/** Of each language the first are accepted, then three are redacted, and nobody has read the last four. */
function stateOf(index: number, texts: number): ContributionState {
  if (index >= texts - 4) return 'received';
  return index >= texts - 6 ? 'redacted' : 'accepted';
}

type Written = DemoSurveyText & { id: string; language: string; state: ContributionState };

function writtenTexts(): Written[] {
  const all = demoLanguages.flatMap((language) =>
    demoSurveyTexts[language].map((written, index, { length }) => ({
      ...{ ...written, id: randomUUID(), language, state: stateOf(index, length) },
    })),
  );
  // In no order that would tell who wrote after whom.
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function eventsOf({ state }: Written, demo: DemoPanel, day: string) {
  const { facilitatorId, moderatorId, today } = demo;
  const at = (days: number) => new Date(daysBefore(today, days));
  return [
    { kind: 'sent' as const, by: null, at: new Date(day) },
    ...(state === 'received' ? [] : [{ kind: 'redacted' as const, by: facilitatorId, at: at(8) }]),
    ...(state === 'accepted' ? [{ kind: 'accepted' as const, by: moderatorId, at: at(7) }] : []),
  ];
}

async function insertTexts(
  tx: Transaction,
  demo: DemoPanel,
  { texts, day, ...asked }: { texts: Written[]; day: string; roundId: string; promptId: string },
): Promise<void> {
  const { organisationId, panelId } = demo;
  await tx.insert(contributions).values(
    texts.map(({ id, text, language, state }, index) => ({
      ...{ organisationId, panelId, ...asked, id, language, state, sentOn: day },
      ...({ source: 'survey', register: 'standard' } as const),
      ...{ consentPurpose: 'read', mayQuote: index % 3 !== 0, createdAt: new Date(day) },
      text: state === 'received' ? null : text,
    })),
  );
  await tx.insert(contributionOriginals).values(
    texts.map(({ id, text, original = text }) => {
      const start = text.indexOf('[');
      const end = original.length - (text.length - text.indexOf(']') - 1);
      const span = { start, end, kind: 'name', proposedBy: 'person' as const };
      const of = { organisationId, panelId, contributionId: id };
      return { ...of, text: original, names: [], spans: original === text ? [] : [span] };
    }),
  );
  await tx.insert(contributionEvents).values(
    texts.flatMap((written) =>
      eventsOf(written, demo, day).map((event, index) => ({
        ...{ organisationId, panelId, contributionId: written.id, ...event, number: index + 1 },
      })),
    ),
  );
}

async function insertCoding(
  tx: Transaction,
  demo: DemoPanel,
  { texts, roundId }: { texts: readonly Written[]; roundId: string },
): Promise<void> {
  const { organisationId, panelId, facilitatorId: by, today } = demo;
  const of = { organisationId, panelId, codingId: randomUUID() };
  const codeIds = demoSurveyCodes.map(() => randomUUID());
  const events = demoSurveyCodes.flatMap(({ name, description, theme }, index) => {
    const codeId = codeIds[index] ?? '';
    const title = theme === null ? null : (demoSurveyThemes[theme]?.title.en ?? null);
    const made = { kind: 'create' as const, codeId, change: { name, description } };
    const put = { kind: 'group' as const, codeId, change: { theme: title, against: false } };
    return title === null ? [made] : [made, put];
  });
  await tx.insert(codings).values({
    ...{ organisationId, panelId, id: of.codingId, roundId, startedBy: by },
    version: events.length,
  });
  const themeIds = demoSurveyThemes.map(() => randomUUID());
  await tx.insert(themes).values(
    demoSurveyThemes.map((theme, index) => ({
      ...{ ...of, ...theme, id: themeIds[index] ?? '', position: index + 1 },
    })),
  );
  await tx.insert(codes).values(
    demoSurveyCodes.map(({ name, description, theme }, index) => ({
      ...{ ...of, id: codeIds[index] ?? '', position: index + 1, name, description },
      themeId: theme === null ? null : (themeIds[theme] ?? null),
    })),
  );
  await tx.insert(codebookEvents).values(
    events.map((event, index) => ({
      ...{ ...of, ...event, number: index + 1, reason: '', by },
      at: new Date(daysBefore(today, 5)),
    })),
  );
  await tx.insert(codeAssignments).values(
    texts.flatMap(({ id, text, code, state }) =>
      code === undefined || state !== 'accepted'
        ? []
        : [
            {
              ...{ ...of, contributionId: id, codeId: codeIds[code] ?? '', by },
              ...{ start: 0, end: text.length, origin: 'human' as const },
              at: new Date(daysBefore(today, 5)),
            },
          ],
    ),
  );
}

/** What was written to the survey, as the panel has read, redacted, moderated and coded some of it. */
export async function insertSurveyWords(
  tx: Transaction,
  demo: DemoPanel,
  origin: Origin,
): Promise<void> {
  const asked = await insertRound(tx, demo, origin);
  const texts = writtenTexts();
  await insertTexts(tx, demo, { ...asked, texts, day: origin.day });
  await insertCoding(tx, demo, { texts, roundId: asked.roundId });
}
