import { waveGroup } from '../results/specification.ts';
import { readDimension, type AnalysedDimension } from './group-params.ts';
import { itemKinds, type ItemKind } from './invariance-steps.ts';
import { readScale } from './scale-params.ts';
import type { AnalysedScale, AnalysedStudy } from './study-analysis.ts';

export type InvarianceParams = {
  scale: AnalysedScale;
  by: AnalysedDimension | null;
  items: ItemKind;
  /** Items whose intercepts may differ between groups. */
  free: readonly string[];
  /** What the address names, as it stands there, and what of it is no item of the scale. */
  freeText: string;
  unknown: readonly string[];
};

/** Items of the scale that the address names, separated by commas. */
function readFree({ items }: AnalysedScale, search: URLSearchParams) {
  const freeText = search.get('free') ?? '';
  const named = freeText.split(/[\s,;]+/u).filter((name) => name !== '');
  return {
    free: items.filter((item) => named.includes(item)),
    ...{ freeText, unknown: named.filter((name) => !items.includes(name)) },
  };
}

export function readInvarianceParams(
  analysed: AnalysedStudy,
  search: URLSearchParams,
): InvarianceParams {
  const scale = readScale(analysed, search);
  const { free, ...typed } = readFree(scale, search);
  const items = itemKinds.find((kind) => kind === search.get('items')) ?? 'ordered';
  const isByWave = search.get('by') === waveGroup;
  const by = (isByWave ? analysed.waves : null) ?? readDimension(analysed, search);
  // Only the model of continuous items can leave single intercepts free.
  const kind = free.length > 0 ? 'continuous' : items;
  return { scale, free, ...typed, by: by ?? analysed.waves, items: kind };
}
