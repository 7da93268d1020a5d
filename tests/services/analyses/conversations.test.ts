import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rankCorrelation } from '#analysis/correlations/rank-correlation.ts';
import { countVotes } from '#analysis/opinion/count-votes.ts';
import { reportOpinion } from '#analysis/opinion/report-opinion.ts';
import { adjustedRandIndex } from '#analysis/agreement/adjusted-rand-index.ts';
import { readTable } from '#app/services/analyses/read-table.ts';
import { textColumn } from '#app/services/analyses/text-column.ts';
import { votesOfTable } from '#app/services/analyses/votes-of-table.ts';

const folder = '../shared/fixtures/themes/polis';
const isThere = existsSync(folder);
if (!isThere) process.stdout.write(`${folder} is not there: conversations are not compared\n`);

/** Votes on statements that were not moderated out, with the groups that Polis found. */
function conversation(name: string) {
  const read = (file: string) => readTable(readFileSync(`${folder}/${name}/${file}.csv`, 'utf8'));
  const table = read('participants-votes');
  const comments = read('comments');
  const moderated = textColumn(comments, 'moderated');
  const without = textColumn(comments, 'comment-id').filter(
    (id, at) => moderated[at] === '-1' && table.columns.has(id),
  );
  return { votes: votesOfTable(table, without), reference: textColumn(table, 'group-id') };
}

describe.skipIf(!isThere)('conversations of Polis', () => {
  // Groups, least agreement with Polis's own groups, least rank correlation of the orders of consensus.
  it.each([
    ['15-per-hour-seattle', 2, 0.7, 0.9],
    ['vtaiwan.uberx', 2, 0.7, 0.95],
  ])(
    '%s has %d groups',
    (name, k, leastIndex, leastRho) => {
      const { votes, reference } = conversation(name);
      const report = reportOpinion(votes, { seed: 1, minimum: 10 });
      expect(report.groups).toHaveLength(k);
      const both = [...votes.participants.keys()].filter(
        (row) => reference[row] !== '' && report.assignments[row] !== null,
      );
      const index = adjustedRandIndex(
        both.map((row) => reference[row] ?? ''),
        both.map((row) => report.assignments[row] ?? -1),
      );
      expect(index).toBeGreaterThan(leastIndex);
      // Polis: the product over its groups of (agree + 1) / (seen + 2).
      const groups = [...new Set(reference.filter((group) => group !== ''))].map((group) =>
        [...votes.participants.keys()].filter((row) => reference[row] === group),
      );
      const m = votes.statements.length;
      const product = (statement: number) =>
        groups.reduce((value, rows) => {
          const { agree, seen } = countVotes(votes, statement, rows);
          return (value * (agree + 1)) / (seen + 2);
        }, 1);
      const values = Float64Array.from(
        report.statements.flatMap(({ consensus }, at) => [consensus.agree.value, product(at)]),
      );
      const rows = { n: m, names: ['ours', 'polis'], values };
      expect(rankCorrelation(rows).get(0, 1)).toBeGreaterThan(leastRho);
    },
    120_000,
  );

  it('26 people in London are too few for groups that last', () => {
    const { votes } = conversation('london.youth.policing');
    const report = reportOpinion(votes, { seed: 1, minimum: 10 });
    expect(report.groups).toEqual([]);
    expect(report.noGroups).toMatch(/not-stable|groups-too-small/);
    expect(report.consensus.agree.length).toBeGreaterThan(5);
  });
});
