import { selectReleasable } from '#analysis/suppression/releasable-rows.ts';
import type { Transaction } from '#db/database.ts';
import { waitForSubmissions } from '#db/queries/ballot.server.ts';
import { lockBatches } from '#db/queries/inbox.server.ts';
import { findPanel, lockPanel } from '#db/queries/panel.server.ts';
import { closeSurveyRounds } from '#db/queries/survey-round.server.ts';
import {
  findWordsRules,
  holdWords,
  removeWaitingWords,
  type WaitingWords,
} from '#db/queries/words-inbox.server.ts';
import { textItemsOf } from '#surveys/model/text-items.ts';
import { withActor } from '../../database.server.ts';
import { log } from '../../log.server.ts';
import { today } from '../../today.ts';
import { loadInstrument } from '../answering/load-instrument.server.ts';
import { keepSurveyWords } from '../contributions/keep-survey-words.server.ts';
import { requireSurveyRound } from '../panels/require-survey-round.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { findConcern } from '../safeguarding/find-concern.ts';
import { findNamedPerson, type NamedPerson } from '../safeguarding/find-named-person.server.ts';
import type { OfWave } from './move-wave-batch.server.ts';
import { shuffle } from './shuffle.server.ts';

type Rules = NonNullable<Awaited<ReturnType<typeof findWordsRules>>>;

/**
 * The words of one item that may go on: no language grows by fewer than the minimum. All of them go once
 * the wave is over, or when somebody may be in danger: then a person should look, and soon.
 */
function chooseWords(waiting: readonly WaitingWords[], rules: Rules): readonly WaitingWords[] {
  if (rules.isClosed || waiting.some(({ text }) => findConcern(text) !== null)) return waiting;
  const groups = waiting.map(({ language }) => ({ groups: [language] }));
  const together = selectReleasable(groups, Math.max(2, rules.minimumCellSize));
  return together.flatMap((index) => waiting[index] ?? []);
}

type Reading = { rules: Rules; panel: Panel; named: NamedPerson | null };

async function moveWords(tx: Transaction, wave: OfWave, reading: Reading): Promise<number> {
  const { organisationId, waveId } = wave;
  const { rules, panel, named } = reading;
  const waiting = await holdWords(tx, wave);
  const instrument = await loadInstrument(tx, { organisationId, ...rules });
  let moved = 0;
  for (const item of textItemsOf(instrument)) {
    const own = waiting.filter(({ itemId }) => itemId === item.id);
    const chosen = chooseWords(own, rules);
    if (chosen.length === 0) continue;
    const origin = { waveId, opensOn: rules.opensOn, title: rules.title, wave: rules.wave };
    const round = await requireSurveyRound(tx, panel, { item, ...origin });
    await removeWaitingWords(tx, chosen);
    // From here on nothing leads back to the ballot, and the order tells nothing.
    const words = shuffle(chosen).map(({ text, language, mayQuote }) => ({
      ...{ text, language, mayQuote },
    }));
    await keepSurveyWords(tx, words, { round, panel, named });
    moved += words.length;
  }
  if (rules.isClosed) await closeSurveyRounds(tx, { ...wave, today: today() });
  return moved;
}

/**
 * Moves the words of a wave to the panel in which they are read, in a transaction of their own: apart from
 * the answers beside which they were written, shuffled, without site, time or ballot. Returns how many moved.
 */
export async function moveWaveWords(wave: OfWave): Promise<number> {
  const system = { kind: 'system', organisationId: wave.organisationId } as const;
  const { organisationId, waveId } = wave;
  const before = await withActor(system, async (tx) => {
    const rules = await findWordsRules(tx, wave);
    if (!rules?.panelId) return null;
    return findPanel(tx, { organisationId, panelId: rules.panelId });
  });
  if (!before) return 0;
  const named = await findNamedPerson(before);
  const moved = await withActor(system, async (tx) => {
    await lockBatches(tx, waveId);
    const rules = await findWordsRules(tx, wave);
    if (!rules) return 0;
    if (rules.isClosed) await waitForSubmissions(tx, waveId);
    await lockPanel(tx, { organisationId, panelId: before.id });
    return moveWords(tx, wave, { rules, panel: before, named });
  });
  if (moved > 0) log.debug({ waveId, words: moved }, 'words moved');
  return moved;
}
