import type { Member } from '#db/actor.server.ts';
import { comparabilitySentence } from '../psychometrics/comparability-words.ts';
import { ensureComparability } from '../psychometrics/ensure-comparability.server.ts';
import type { ChangeView } from './get-change.server.ts';
import type { Reader } from './reader.server.ts';
import { waveGroup } from './specification.ts';
import { wordOf } from './wording.ts';

export type WaveComparability = {
  /** By scale: why its means of the two waves may not be compared. */
  locked: ReadonlyMap<string, string>;
  /** Scales of which nothing is known yet, or that answers cannot test. */
  cautions: string[];
};

/** Whether a change of a score is a change of people, or of what the items mean to them. */
export async function waveComparability(
  member: Member,
  reader: Reader,
  { study, before, after }: Extract<ChangeView, { ok: true }>,
): Promise<WaveComparability> {
  const waves = { waveIds: [before.id, after.id], dimension: waveGroup };
  const { byScale } = await ensureComparability(member, study, waves);
  const locked = new Map<string, string>();
  const cautions: string[] = [];
  for (const { id, title } of study.instrument.scales) {
    const found = byScale.get(id);
    if (!found || found.state === 'supported') continue;
    const sentence = comparabilitySentence(reader, found, wordOf(reader, study.instrument, title));
    if (found.state === 'refuted') locked.set(id, sentence);
    else cautions.push(sentence);
  }
  return { locked, cautions };
}
