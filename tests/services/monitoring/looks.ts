import { compareGroups } from '#app/services/monitoring/evaluate-groups.ts';
import type { Span } from '#app/services/monitoring/steady-span.ts';
import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { aRecord } from './a-record.ts';

export const month = (later: number) =>
  new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);

/** Months of two groups and of cases that no group names, with what each brings. */
export function drawMonths(random: () => number) {
  const size = 4 + Math.floor(random() * 30);
  return Array.from({ length: 10 }, () => ({
    yes: Math.floor(random() ** 2 * size),
    no: Math.floor(random() * 60),
    sometimes: random() < 0.3 ? Math.floor(random() * 20) : 0,
    unnamed: random() < 0.5 ? 0 : Math.floor(random() * 8),
  }));
}
const levels = ['yes', 'no', 'sometimes'] as const;
export type Drawn = ReturnType<typeof drawMonths>[number];

/** A month as it stands from a day on, and until another where it was put right. */
export const sentMonth = (
  later: number,
  drawn: Drawn,
  sentAt: Date,
  replacedAt: Date | null = null,
) => {
  const all = drawn.yes + drawn.no + drawn.sometimes + drawn.unnamed;
  const own = { from: month(later), to: month(later + 1), sentAt, replacedAt };
  return [
    aRecord({ ...own, metric: 'override', numerator: 0, denominator: all }),
    ...levels.map((level) =>
      aRecord({
        ...{ ...own, metric: 'override', dimension: 'interpreter', level },
        ...{ numerator: 0, denominator: drawn[level] },
      }),
    ),
  ];
};

/** What a look shows: cases of each group, null where hidden, and of all who are left. */
export function lookAt(records: readonly WatchedRecord[], span?: Span) {
  const planned = { dimension: 'interpreter', reference: '', margin: 0.05 };
  const reasons = { marginReportId: null, marginReason: '' };
  const asked = { ...planned, ...reasons };
  const found = compareGroups(records, 'override', asked, '2026-11-26', span);
  const shown = new Map(found.rows.map(({ level, n, isHidden }) => [level, isHidden ? null : n]));
  const rest = [...shown.values()].reduce<number>((left, n) => left - (n ?? 0), found.overall.n);
  return { shown, rest, isBehind: found.isBehind, from: found.from, to: found.to };
}

export const everyone = ({ shown, rest }: ReturnType<typeof lookAt>) =>
  [...shown.values()].reduce<number>((sum, n) => sum + (n ?? 0), rest);
export const sentBy = (months: readonly Drawn[]) =>
  months.reduce((sum, { yes, no, sometimes, unnamed }) => sum + yes + no + sometimes + unnamed, 0);

/** Also that a group has nobody, in words or by a row that is not there. */
const isTold = ({ shown }: ReturnType<typeof lookAt>, level: string) =>
  (shown.get(level) ?? (shown.has(level) ? null : 0)) !== null;

/** Fewest people who are a difference of two looks: of a group, of everybody else, of all who are left. */
export function fewestBetween(before: ReturnType<typeof lookAt>, after: ReturnType<typeof lookAt>) {
  const both = levels.filter((level) => isTold(before, level) && isTold(after, level));
  const grown = both.map((level) => (after.shown.get(level) ?? 0) - (before.shown.get(level) ?? 0));
  const total = everyone(after) - everyone(before);
  const others = grown.map((own) => total - own);
  const unseen = total - grown.reduce((sum, own) => sum + own, 0);
  const differences = [...grown, ...others, total, unseen].map(Math.abs).filter((n) => n > 0);
  return Math.min(...differences);
}
