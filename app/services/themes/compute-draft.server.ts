import type { Actor } from '#db/actor.server.ts';
import { listCodedTexts } from '#db/queries/coding.server.ts';
import { listPeopleWithBands } from '#db/queries/panel-band.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import {
  beatDraft,
  endDraft,
  listForsakenDrafts,
  takeDraft,
} from '#db/queries/theme-draft.server.ts';
import { withActor } from '../../database.server.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import { log } from '../../log.server.ts';
import { bandOfPeople } from './band-of-people.ts';
import type { DraftResult } from './draft-result.ts';

export type DraftId = { organisationId: string; id: string };

/** A process that has not said anything for so long is taken to be gone. */
const silenceMs = 60_000;
const heartbeatMs = 1_000;
/** The same for everybody: the same answers give the same draft. */
const seed = 1;

const system = ({ organisationId }: DraftId): Actor => ({ kind: 'system', organisationId });
const silentSince = () => new Date(Date.now() - silenceMs);

/** Says that the work goes on, and ends it when it was cancelled. */
function watch(draft: DraftId, cancellation: AbortController) {
  const state = { progress: 0 };
  const timer = setInterval(() => {
    withActor(system(draft), (tx) => beatDraft(tx, { ...draft, progress: state.progress })).then(
      (goesOn) => {
        if (!goesOn) cancellation.abort();
      },
      (error: unknown) => log.error({ err: error }, 'heartbeat of a theme draft'),
    );
  }, heartbeatMs);
  return {
    onProgress: (share: number) => {
      state.progress = share;
    },
    stop: () => clearInterval(timer),
  };
}

async function findIn(
  taken: NonNullable<Awaited<ReturnType<typeof takeDraft>>>,
  controls: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<DraftResult> {
  const { all, strata, bands } = await withActor(system(taken), async (tx) => ({
    all: await listCodedTexts(tx, taken),
    strata: await listStrata(tx, taken),
    bands: await listPeopleWithBands(tx, taken),
  }));
  const bandOf = bandOfPeople(strata, bands);
  const texts = all.filter(({ language }) => language === taken.language);
  const input = {
    texts: texts.map(({ text }) => text),
    people: texts.map(({ memberId }) => memberId),
    strata: texts.map(({ memberId }) => bandOf.get(memberId) ?? null),
    ...{ language: taken.language, k: taken.wanted ?? ('auto' as const), seed },
  };
  const found = await compute('theme-draft', input, controls);
  const idOf = (row: number) => texts[row]?.id ?? '';
  return {
    texts: texts.length,
    themes: found.themes.map(({ index, size, stability, phrases, quoted, readingOrder }) => ({
      ...{ size, stability, phrases: phrases.slice(0, 6).map(({ text }) => text) },
      contributionIds: found.assignments.flatMap((one, row) => (one === index ? [idOf(row)] : [])),
      quotes: quoted.map(({ row, role, start, end }) => ({ id: idOf(row), role, start, end })),
      readingOrder: readingOrder.map(idOf),
    })),
    merges: found.merges.map(({ themes, likeness }) => ({ themes: [...themes], likeness })),
    withoutContent: found.setAside.map(({ row }) => idOf(row)),
    unsure: found.unsure.map(idOf),
    repeated: found.repeated.map(idOf),
    people: found.coverage.people ?? 0,
    curve: found.curve.map(({ k, stability }) => ({ k, stability })),
  };
}

/** Makes a queued draft, or one whose process fell silent. Being called twice is harmless. */
export async function computeDraft(draft: DraftId): Promise<void> {
  const taken = await withActor(system(draft), (tx) =>
    takeDraft(tx, { ...draft, silentSince: silentSince() }),
  );
  if (!taken) return;
  const cancellation = new AbortController();
  const watched = watch(draft, cancellation);
  try {
    const result = await findIn(taken, {
      signal: cancellation.signal,
      onProgress: watched.onProgress,
    });
    await withActor(system(draft), (tx) => endDraft(tx, { ...draft, state: 'done', result }));
  } catch (error) {
    if (cancellation.signal.aborted) return;
    log.error({ err: error }, 'theme draft');
    await withActor(system(draft), (tx) => endDraft(tx, { ...draft, state: 'failed' }));
  } finally {
    watched.stop();
  }
}

/** Drafts of killed processes, and those whose job was lost. */
export async function takeUpDrafts(): Promise<void> {
  const drafts = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    listForsakenDrafts(tx, { silentSince: silentSince() }),
  );
  for (const draft of drafts) {
    // One that cannot be taken up does not hold up those of others.
    await computeDraft(draft).catch((error: unknown) => log.error({ err: error }, 'theme draft'));
  }
}
