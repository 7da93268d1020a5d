import type { PeopleCounts } from '#db/queries/report-records.server.ts';
import type { Fact } from './report-facts.ts';
import { shownCounts } from './shown-counts.ts';

/**
 * A part of wholes that stand on the same page: null where it is too few to be shown, or where what is
 * left of any of them is.
 */
function shownPart(part: number, wholes: readonly number[], minimum: number): number | null {
  const isShown = wholes.every(
    (whole) => shownCounts([part, Math.max(0, whole - part)], minimum)[0] !== null,
  );
  return isShown ? part : null;
}

/** Who took part, in people, and nothing from which fewer than `minimum` could be had. */
export function peopleFacts(counts: PeopleCounts, minimum: number): Fact[] {
  const { joined } = counts;
  const page = 'people';
  if (joined < minimum) return [{ key: 'peopleFew', values: { minimum }, page }];
  const channels = shownCounts(
    counts.channels.map(({ people }) => people),
    minimum,
  );
  const parts: [string, number | null][] = [
    ['contributed', shownPart(counts.contributed, [joined], minimum)],
    ['left', shownPart(counts.left, [joined], minimum)],
    ...counts.modes.map(({ mode, people }): [string, number | null] => [
      `mode.${mode}`,
      shownPart(people, [joined, counts.contributed], minimum),
    ]),
  ];
  const isSomeHidden = [...channels, ...parts.map(([, n]) => n)].includes(null);
  return [
    { key: 'people', values: { n: joined }, page },
    ...parts.flatMap(([key, n]) => (n === null ? [] : [{ key, values: { n }, page }])),
    ...counts.channels.flatMap(({ name }, index) => {
      const n = channels[index] ?? null;
      return n === null ? [] : [{ key: 'channel', values: { name, n }, page: 'recruitment' }];
    }),
    ...(isSomeHidden ? [{ key: 'someHidden', values: { minimum }, page }] : []),
  ];
}

/** How much was taken back; by few people, only that there is nothing more to say. */
export function withdrawalFacts({ withdrawn }: PeopleCounts, minimum: number): Fact[] {
  const page = 'contributions';
  if (withdrawn.people > 0 && withdrawn.people < minimum) {
    return [{ key: 'withdrawnFew', values: { minimum }, page }];
  }
  return [{ key: 'withdrawn', values: { n: withdrawn.contributions }, page }];
}
