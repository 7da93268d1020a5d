import { and, asc, eq, sql } from 'drizzle-orm';
import { queryRows, type Transaction } from '../database.ts';
import { panelPrompts, panelRounds } from '../schema/panel-round.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { OfRound } from './panel-round.server.ts';

type OfItem = { organisationId: string; waveId: string; itemId: string };

/** Where the words of one item and wave are read. */
export async function findSurveyRound(tx: Transaction, { organisationId, waveId, itemId }: OfItem) {
  const [round] = await tx
    .select({
      roundId: panelRounds.id,
      openedOn: panelRounds.openedOn,
      promptId: panelPrompts.id,
    })
    .from(panelRounds)
    .innerJoin(
      panelPrompts,
      and(
        eq(panelPrompts.organisationId, panelRounds.organisationId),
        eq(panelPrompts.roundId, panelRounds.id),
      ),
    )
    .where(
      and(
        eq(panelRounds.organisationId, organisationId),
        eq(panelRounds.surveyWaveId, waveId),
        eq(panelRounds.surveyItemId, itemId),
      ),
    )
    .orderBy(asc(panelPrompts.position))
    .limit(1);
  return round;
}

/** Nobody is asked in it: it is open as long as its wave. */
export async function insertSurveyRound(
  tx: Transaction,
  {
    roundId,
    ...row
  }: OfRound & {
    number: number;
    title: LocalText;
    intro: LocalText;
    surveyWaveId: string;
    surveyItemId: string;
    openedOn: string;
  },
): Promise<void> {
  await tx
    .insert(panelRounds)
    .values({ ...row, id: roundId, source: 'survey', state: 'open', minutes: 0 });
}

export async function closeSurveyRounds(
  tx: Transaction,
  { organisationId, waveId, today }: { organisationId: string; waveId: string; today: string },
): Promise<void> {
  await tx
    .update(panelRounds)
    .set({ state: 'closed', closedOn: today, revision: sql`${panelRounds.revision} + 1` })
    .where(
      and(
        eq(panelRounds.organisationId, organisationId),
        eq(panelRounds.surveyWaveId, waveId),
        eq(panelRounds.state, 'open'),
      ),
    );
}

export type WordsOfStudy = {
  roundId: string;
  panelId: string;
  itemId: string;
  title: LocalText;
  waveNumber: number;
  wave: string;
  texts: number;
  codingId: string | null;
};

/** What people wrote in a study, by wave and item, as far as the actor sees the panel. */
export async function listWordsOfStudy(
  tx: Transaction,
  { organisationId, studyId }: { organisationId: string; studyId: string },
): Promise<WordsOfStudy[]> {
  return queryRows<WordsOfStudy>(
    tx,
    sql`select r.id as "roundId", r.panel_id as "panelId", r.survey_item_id as "itemId", r.title,
          w.number as "waveNumber", w.name as wave, g.id as "codingId",
          (select count(*)::int from contributions c
            where c.organisation_id = r.organisation_id and c.round_id = r.id
              and c.state <> 'withdrawn') as texts
        from panel_rounds r
        join waves w on w.organisation_id = r.organisation_id and w.id = r.survey_wave_id
        left join codings g on g.organisation_id = r.organisation_id and g.round_id = r.id
        where r.organisation_id = ${organisationId} and w.study_id = ${studyId}
        order by w.number, r.number`,
  );
}

/** What people wrote in a study and still stands, held until the transaction ends. */
export async function listTextsOfStudy(
  tx: Transaction,
  { organisationId, studyId }: { organisationId: string; studyId: string },
): Promise<{ panelId: string; contributionId: string }[]> {
  return queryRows(
    tx,
    sql`select c.panel_id as "panelId", c.id as "contributionId"
        from contributions c
        join panel_rounds r on r.organisation_id = c.organisation_id and r.id = c.round_id
        join waves w on w.organisation_id = r.organisation_id and w.id = r.survey_wave_id
        where c.organisation_id = ${organisationId} and w.study_id = ${studyId}
          and c.state <> 'withdrawn'
        order by c.id for update of c`,
  );
}
