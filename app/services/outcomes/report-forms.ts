import type { RatingItem } from '../taking-part/rating-items.ts';
import type { FactGroup } from './report-facts.ts';

export const reportFormKinds = ['gripp2-short', 'gripp2-long', 'uk-standards'] as const;
export type ReportFormKind = (typeof reportFormKinds)[number];

export type ReportItem = {
  id: string;
  /** Which records say something about it. */
  records: readonly FactGroup[];
  /** The heading of a long form under which it stands. */
  section?: number;
  /** What contributors rated of it. */
  rated?: RatingItem;
};

const item = (id: string, ...records: FactGroup[]): ReportItem => ({ id, records });
const inSection = (section: number, ...items: ReportItem[]) =>
  items.map((each) => ({ ...each, section }));
const rated = (ratedItem: RatingItem, each: ReportItem): ReportItem => ({
  ...each,
  rated: ratedItem,
});

/** GRIPP2 short form (5 items) and long form (34 items); the UK Standards for Public Involvement (6). */
export const reportForms: Record<ReportFormKind, readonly ReportItem[]> = {
  'gripp2-short': [
    item('aim', 'purpose', 'involvement'),
    item('methods', 'people', 'targets', 'sessions', 'rounds', 'support'),
    item('results', 'suggestions', 'decisions', 'changes'),
    item('extent', 'changes', 'told', 'outputs'),
    item('reflections', 'negatives', 'withdrawals', 'ratings'),
  ],
  'gripp2-long': [
    ...inSection(
      1,
      item('1a', 'purpose'),
      item('1b', 'sessions', 'rounds'),
      item('1c', 'suggestions', 'changes'),
      item('1d'),
      item('1e'),
    ),
    ...inSection(2, item('2a', 'involvement'), item('2b'), item('2c')),
    ...inSection(3, item('3', 'purpose')),
    ...inSection(
      4,
      item('4a', 'sessions', 'rounds'),
      item('4b', 'people', 'targets'),
      item('4c', 'involvement', 'rounds'),
      item('4d', 'involvement'),
    ),
    ...inSection(
      5,
      item('5a', 'decisions', 'changes'),
      item('5b', 'suggestions', 'told', 'ratings'),
      item('5c', 'withdrawals'),
    ),
    ...inSection(6, item('6', 'costs')),
    ...inSection(
      7,
      item('7a', 'suggestions', 'decisions', 'negatives'),
      item('7b', 'changes'),
      item('7c', 'support', 'targets'),
      item('7d', 'rounds', 'sessions', 'told'),
      item('7e-i'),
      item('7e-ii'),
      item('7f', 'ratings'),
      item('7g', 'costs'),
    ),
    ...inSection(
      8,
      item('8a', 'decisions', 'negatives'),
      item('8b', 'changes', 'outputs'),
      item('8c'),
      item('8d'),
      item('8e', 'support', 'targets'),
      item('8f', 'withdrawals', 'people'),
      item('8g', 'told', 'ratings'),
      item('8h', 'costs'),
      item('8i', 'negatives', 'withdrawals', 'ratings'),
    ),
  ],
  'uk-standards': [
    rated('inclusive', item('inclusive', 'targets', 'people', 'sessions')),
    rated('together', item('together', 'involvement', 'rounds')),
    rated('support', item('support', 'support', 'costs')),
    rated('communications', item('communications', 'told', 'outputs')),
    rated('impact', item('impact', 'suggestions', 'decisions', 'changes')),
    rated('impact', item('governance', 'governance', 'withdrawals')),
  ],
};

/** How facilitators score a standard themselves: 1, hardly met, to 5, met in full. */
export const selfScores = ['1', '2', '3', '4', '5'] as const;

export const narrativeKey = (kind: ReportFormKind, id: string) => `${kind}/${id}`;
export const scoreKey = (kind: ReportFormKind, id: string) => `${kind}/${id}/score`;
