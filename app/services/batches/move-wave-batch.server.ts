import { randomUUID } from 'node:crypto';
import { selectReleasable } from '#analysis/suppression/releasable-rows.ts';
import type { Transaction } from '#db/database.ts';
import { waitForSubmissions } from '#db/queries/ballot.server.ts';
import {
  findBatchRules,
  holdWaiting,
  insertResponses,
  lockBatches,
  removeFromInbox,
  rewriteResponses,
  type InboxRow,
  type NewResponse,
} from '#db/queries/inbox.server.ts';
import { toItemCodes } from '#surveys/model/answers.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { log } from '../../log.server.ts';
import { loadInstrument } from '../answering/load-instrument.server.ts';
import { shuffle } from './shuffle.server.ts';

export type OfWave = { organisationId: string; waveId: string };

/** The groups results may be split by; "not stated" is a group like any other. */
function groupsOf(row: InboxRow, covariates: readonly string[]): string[] {
  const { siteId, language, covariates: levels } = row.content;
  const byName: Record<string, number | null> = levels;
  return [siteId ?? '', language, ...covariates.map((id) => String(byName[id] ?? ''))];
}

function toResponse(
  { organisationId, studyId, waveId, content, submittedOn }: InboxRow,
  instrument: Instrument,
  origin: 'real' | 'synthetic',
): NewResponse[] {
  const { siteId, answers, covariates, language, register, completionMode } = content;
  if (siteId === null) return [];
  return [
    {
      organisationId,
      id: randomUUID(),
      studyId,
      waveId,
      siteId,
      language,
      register,
      completionMode,
      origin,
      day: submittedOn,
      answers,
      itemCodes: toItemCodes(instrument, answers),
      covariates,
      scoringRecipeVersion,
      consentVersionId: content.consentVersionId,
      linkHash: content.linkHash,
      pseudonymId: content.pseudonymId ?? null,
    },
  ];
}

async function moveBatch(tx: Transaction, wave: OfWave): Promise<number> {
  const { organisationId, waveId } = wave;
  await lockBatches(tx, waveId);
  const before = await findBatchRules(tx, wave);
  if (before?.isClosed) await waitForSubmissions(tx, waveId);
  if (!before) return 0;
  const waiting = await holdWaiting(tx, wave);
  const k = Math.max(2, before.minimumCellSize);
  const groups = waiting.map((row) => ({ groups: groupsOf(row, before.covariates) }));
  const together = selectReleasable(groups, k);
  const chosen = before.isClosed ? waiting : together.flatMap((index) => waiting[index] ?? []);
  if (chosen.length === 0) return 0;
  const instrument = await loadInstrument(tx, { organisationId, ...before });
  const batch = shuffle(chosen.flatMap((row) => toResponse(row, instrument, before.origin)));
  // Whoever sent answers named a site; should one be missing, nothing may be lost over it.
  if (batch.length !== chosen.length) throw new ServiceError('illegal-state', 'site-missing');
  log.debug({ waveId, answers: batch.length }, 'batch move begun');
  await removeFromInbox(
    tx,
    organisationId,
    chosen.map(({ ballotHash }) => ballotHash),
  );
  await insertResponses(tx, batch);
  // The last few would stand apart by their transaction: they are written again among all the others.
  if (together.length < chosen.length) await rewriteResponses(tx, wave);
  return batch.length;
}

/**
 * Moves the answers of a wave that may be shown together into `responses`: one transaction, shuffled,
 * with new random ids. No group grows by fewer than the minimum cell size; once the wave or study is
 * closed everything that is left moves at once and, where it is too little, the responses that are there
 * are written anew with it. Returns how many moved.
 */
export async function moveWaveBatch(wave: OfWave): Promise<number> {
  const moved = await withActor({ kind: 'system', organisationId: wave.organisationId }, (tx) =>
    moveBatch(tx, wave),
  );
  if (moved > 0) log.debug({ waveId: wave.waveId, answers: moved }, 'batch moved');
  return moved;
}
