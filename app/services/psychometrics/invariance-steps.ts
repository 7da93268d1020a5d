import type { Instrument } from '#surveys/model/instrument.ts';
import { modelNames } from './model-names.ts';
import { scaleModel, type ScaleItems } from './scale-model.ts';
import type { Step } from './steps.ts';

/**
 * Fewer answers in a group are inadequate for invariance by COSMIN (200 very good, 150 adequate, 100
 * doubtful): changes of fit then say more of chance than of the items.
 */
export const fewestPerGroup = 100;

export const itemKinds = ['ordered', 'continuous'] as const;
export type ItemKind = (typeof itemKinds)[number];

export type InvarianceQuestion = {
  scale: ScaleItems;
  dimension: string;
  /** Groups large enough, in the order of the study. */
  levels: readonly string[];
  items: ItemKind;
  /** Items whose intercepts may differ between groups; only with continuous items. */
  free: readonly string[];
};

export function largeEnough(levels: readonly { level: string; n: number }[]): string[] {
  return levels.filter(({ n }) => n >= fewestPerGroup).map(({ level }) => level);
}

/** Ordered items have the continuous model beside them: where they cannot be estimated, and to compare. */
export function invarianceSteps(instrument: Instrument, question: InvarianceQuestion): Step[] {
  const { scale, dimension, levels, items, free } = question;
  const names = modelNames(instrument.items.map(({ id }) => id));
  const { text } = scaleModel(instrument, scale);
  const common = { model: text, group: dimension, groupLevels: [...levels] };
  const partial = free.map((item) => `${names.get(item) ?? item} ~1`);
  const continuous: Step = {
    name: 'continuous',
    family: 'invariance',
    options: { ...common, estimator: 'MLR', missing: 'listwise', partial },
  };
  if (items === 'continuous') return [continuous];
  const options = { ...common, parameterization: 'theta', estimator: 'WLSMV', missing: 'listwise' };
  return [{ name: 'ordered', family: 'invariance_ordinal', options }, continuous];
}
