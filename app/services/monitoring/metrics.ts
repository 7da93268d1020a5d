import type { SystemCategory } from '#db/schema/ai-system.ts';
import type { Metric, MetricPack, PackKind } from './metric-schema.ts';
import { commonPack } from './packs/common-pack.ts';
import {
  imagingPack,
  multimodalPack,
  noteExtractionPack,
  prognosisPack,
  scribePack,
  triagePack,
} from './packs/kind-packs.ts';

export const metricPacks: readonly MetricPack[] = [
  commonPack,
  triagePack,
  scribePack,
  noteExtractionPack,
  imagingPack,
  multimodalPack,
  prognosisPack,
];

const ofCategory: Partial<Record<SystemCategory, PackKind>> = {
  triage: 'triage',
  chatbot: 'triage',
  scribe: 'scribe',
  'note-extraction': 'note-extraction',
  imaging: 'imaging-pathology',
  pathology: 'imaging-pathology',
  multimodal: 'multimodal',
  prognosis: 'prognosis',
};

const byCode = new Map(
  metricPacks.flatMap(({ metrics }) => metrics.map((metric) => [metric.code, metric] as const)),
);

/** Nothing is returned for a metric that no pack has: a sender may keep others. */
export function findMetric(code: string): Metric | undefined {
  return byCode.get(code);
}

/** What is offered to a system of this kind: its own pack first, then what is common to all, then the others. */
export function packsFor(category: SystemCategory): MetricPack[] {
  const own = ofCategory[category];
  const rank = ({ kind }: MetricPack) => (kind === own ? 0 : kind === 'common' ? 1 : 2);
  return metricPacks.toSorted((a, b) => rank(a) - rank(b));
}
