import type { LocalText } from '#surveys/model/languages.ts';
import type { LifecycleStage, SystemCategory } from '../../schema/ai-system.ts';

/** `unit` in use at the demo's site of that number since so many months, first with one version, then another. */
type Place = {
  site: number;
  unit: string;
  stage: LifecycleStage;
  months: number;
  /** It ran silently first, and was approved with these; days are counted from when the demo was made. */
  conditions?: readonly DemoCondition[];
  /** What was asked for and not approved, so many days before the demo was made. */
  asked?: { stage: LifecycleStage; reason: string; daysAgo: number; reviewInDays: number };
};

export type DemoCondition = {
  text: string;
  owner: string;
  dueInDays: number;
  isBeforeNext: boolean;
  met?: { daysAgo: number; evidence: string };
};

export type DemoSystem = {
  slug: string;
  category: SystemCategory;
  stage: LifecycleStage;
  name: LocalText;
  summary: LocalText;
  /** The older one first; the newer came so many months before the demo was made. */
  versions: readonly [older: string, newer: string, months: number];
  places: readonly Place[];
  sections: Record<string, Record<string, string | number | string[]>>;
  /** Names in the catalogue of open data sets, and what they were used for. */
  datasets: readonly [name: string, role: 'train' | 'external-test' | 'local-validation'][];
  /** How far recommendations are followed, by their codes. */
  followed: { met: string[]; partly: string[]; 'not-met': string[] };
};
