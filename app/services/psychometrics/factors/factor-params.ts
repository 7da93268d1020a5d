import type { CorrelationKind } from '../correlation-field.ts';
import type { AnalysisReader } from '../reader.server.ts';
import type { AnalysedScale } from '../study-analysis.ts';

/** The usual one first. */
export const offeredRotations = ['oblimin', 'geomin', 'promax', 'varimax', 'none'] as const;

export type FactorParams = {
  /** All items where null. */
  scale: AnalysedScale | null;
  factors: number;
  correlation: CorrelationKind;
  rotation: (typeof offeredRotations)[number];
};

export const titleOf = ({ say }: AnalysisReader, { scale }: FactorParams) =>
  scale?.title ?? say('allItems');
