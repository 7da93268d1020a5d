import { randomUUID } from 'node:crypto';
import type { Transaction } from '#db/database.ts';
import { insertPrompt, listRounds } from '#db/queries/panel-round.server.ts';
import { findSurveyRound, insertSurveyRound } from '#db/queries/survey-round.server.ts';
import type { TextItem } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { today } from '../../today.ts';
import type { Panel } from './read-panel.server.ts';

type Origin = {
  waveId: string;
  /** Null: on a day that is not known. */
  opensOn: string | null;
  item: TextItem;
  /** Of the study. */
  title: LocalText;
  wave: string;
};

function describeOrigin({ title, wave }: Origin): LocalText {
  return Object.fromEntries(
    Object.entries(title).map(([language, text]) => [language, `${text}: ${wave}`]),
  );
}

/**
 * The round of a panel in which the words of one item and wave are read, made when the first ones come. Its
 * day is the wave's first, and that of all its words: none tells when it was written. The panel is locked.
 */
export async function requireSurveyRound(
  tx: Transaction,
  { organisationId, id: panelId }: Panel,
  origin: Origin,
): Promise<{ roundId: string; promptId: string; day: string }> {
  const { waveId, item } = origin;
  const day = origin.opensOn ?? today();
  const known = await findSurveyRound(tx, { organisationId, waveId, itemId: item.id });
  if (known) return { ...known, day: known.openedOn ?? day };
  const roundId = randomUUID();
  const ofRound = { organisationId, panelId, roundId };
  const [newest] = await listRounds(tx, { organisationId, panelId });
  await insertSurveyRound(tx, {
    ...{ ...ofRound, number: (newest?.number ?? 0) + 1, title: item.stem },
    ...{ intro: describeOrigin(origin), surveyWaveId: waveId, surveyItemId: item.id },
    openedOn: day,
  });
  const asked = { kind: 'free-text', text: item.stem, easyRead: item.easyRead ?? {} } as const;
  const prompt = await insertPrompt(tx, { ...ofRound, ...asked });
  if (!prompt) throw new Error('an inserted prompt was not returned');
  return { roundId, promptId: prompt.id, day };
}
