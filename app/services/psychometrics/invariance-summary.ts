import type { Instrument } from '#surveys/model/instrument.ts';
import { asksForPartial } from './comparability.ts';
import { itemsToFree } from './differing-items.ts';
import { isRead, readBest, type InvarianceReading } from './invariance-reading.ts';
import type { ScaleItems } from './scale-model.ts';
import type { StepOutcomes } from './steps.ts';

/** What a decision needs of a run, a small part of its models. */
export type InvarianceSummary = {
  /** Of ordered items, or of continuous ones where those cannot be estimated; null: of neither. */
  reading: InvarianceReading | null;
  /** Items that stand out, where leaving them free may still support the comparison. */
  free: readonly string[];
};

export function summariseInvariance(
  instrument: Instrument,
  scale: ScaleItems,
  outcomes: StepOutcomes,
): InvarianceSummary {
  const reading = readBest(outcomes);
  if (!isRead(reading)) return { reading: null, free: [] };
  const free = asksForPartial(reading) ? itemsToFree(instrument, scale, outcomes) : [];
  return { reading, free };
}
