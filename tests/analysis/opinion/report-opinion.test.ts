import { describe, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { reportOpinion } from '#analysis/opinion/report-opinion.ts';
import type { Votes } from '#analysis/opinion/votes.ts';
import { atOdds, votesOfGroups } from './votes-of-groups.ts';

const options = { seed: 1, minimum: 10 };
const votes = votesOfGroups(atOdds(60, 40), 3);
const m = votes.statements.length;

/** The same votes with participants and statements in another order. */
function turned(all: Votes, rows: readonly number[], columns: readonly number[]): Votes {
  return {
    participants: rows.map((row) => all.participants[row] ?? ''),
    statements: columns.map((column) => all.statements[column] ?? ''),
    values: Float64Array.from(
      rows.flatMap((row) => columns.map((column) => all.values[row * m + column] ?? NaN)),
    ),
  };
}

function order(size: number, seed: number): number[] {
  const random = seededGenerator(seed);
  return Array.from({ length: size }, (_, at) => ({ at, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ at }) => at);
}

describe('opinion groups', () => {
  const report = reportOpinion(votes, options);

  it('are those who vote alike', () => {
    expect(report.groups.map(({ size }) => size)).toEqual([60, 40]);
    expect(new Set(report.assignments.slice(0, 60))).toEqual(new Set([0]));
    expect(new Set(report.assignments.slice(60))).toEqual(new Set([1]));
    expect(report.stability).toBeGreaterThan(0.9);
  });

  it('share what all agree to, are divided by what sets them apart', () => {
    expect([...report.consensus.agree].sort()).toEqual(['s08', 's09']);
    expect(new Set(report.divisive.slice(0, 8))).toEqual(
      new Set(['s00', 's01', 's02', 's03', 's04', 's05', 's06', 's07']),
    );
    const [first] = report.groups;
    expect(first?.representative).toHaveLength(5);
    for (const { statement, answer, z, p } of first?.representative ?? []) {
      expect(Number(statement.slice(1))).toBeLessThan(8);
      expect(answer).toBe(Number(statement.slice(1)) < 4 ? 'agree' : 'disagree');
      expect(z).toBeGreaterThan(4);
      expect(p).toBeLessThan(0.001);
    }
  });

  it('are the same for the same votes, whatever the order of people and statements', () => {
    expect(reportOpinion(votes, options)).toEqual(report);
    const [rows, columns] = [order(100, 5), order(m, 6)];
    const other = reportOpinion(turned(votes, rows, columns), options);
    expect(other.assignments).toEqual(rows.map((row) => report.assignments[row]));
    expect(other.consensus).toEqual(report.consensus);
    expect(other.divisive).toEqual(report.divisive);
    expect(other.statements).toEqual(columns.map((column) => report.statements[column]));
    expect(other.groups).toEqual(report.groups);
  });

  it('put people with the same votes together, and leave out those with few', () => {
    const row = votes.values.slice(0, m);
    const few = Float64Array.from(row, (vote, column) => (column < 3 ? vote : NaN));
    const more: Votes = {
      participants: [...votes.participants, 'twin', 'few'],
      statements: votes.statements,
      values: Float64Array.from([...votes.values, ...row, ...few]),
    };
    const { assignments, participants } = reportOpinion(more, options);
    expect(assignments[100]).toBe(assignments[0]);
    expect(assignments[101]).toBeNull();
    expect(participants).toEqual({ n: 102, grouped: 101, tooFewVotes: 1 });
  });

  it('are never below the minimum: a handful joins the others', () => {
    const three = [
      ...atOdds(60, 40),
      { size: 6, agrees: [...Array<number>(8).fill(0.02), 0.02, 0.02, 0.5, 0.5, 0.5, 0.5] },
    ];
    for (const minimum of [10, 25]) {
      const { groups } = reportOpinion(votesOfGroups(three, 8), { seed: 1, minimum });
      expect(groups.length).toBeGreaterThan(1);
      for (const { size } of groups) expect(size).toBeGreaterThanOrEqual(minimum);
    }
  });

  it('are not made up where there are none, and say why', () => {
    const alike = votesOfGroups([{ size: 80, agrees: Array<number>(14).fill(0.5) }], 4);
    const found = reportOpinion(alike, options);
    expect(found.noGroups).toBe('votes-unrelated');
    expect(found).toMatchObject({ groups: [], divisive: [], stability: null });
    expect(new Set(found.assignments)).toEqual(new Set([null]));
    const few = reportOpinion(votesOfGroups(atOdds(8, 8), 4), options);
    expect(few.noGroups).toBe('too-few-participants');
    const agreed = { size: 50, agrees: Array<number>(14).fill(1) };
    expect(reportOpinion(votesOfGroups([agreed], 4), options).noGroups).toBe('votes-unrelated');
  });
});

describe('votes', () => {
  it('of nobody, or on nothing, give a report without groups', () => {
    const empty = { participants: [], statements: [], values: new Float64Array(0) };
    expect(reportOpinion(empty, options)).toMatchObject({ noGroups: 'too-few-participants' });
    const unseen = {
      ...{ participants: ['a', 'b'], statements: ['s'] },
      values: Float64Array.of(NaN, NaN),
    };
    const { statements } = reportOpinion(unseen, { seed: 1, minimum: 1 });
    expect(statements[0]).toMatchObject({ seen: 0, majority: null });
  });

  it('keep why people passed', () => {
    const passReasons = [
      { participant: 0, statement: 2, reason: 'unclear' },
      { participant: 3, statement: 2, reason: 'unclear' },
      { participant: 3, statement: 1, reason: 'not-for-me' },
    ];
    const { statements } = reportOpinion({ ...votes, passReasons }, options);
    expect(statements[2]?.passReasons).toEqual({ unclear: 2 });
    expect(statements[0]?.passReasons).toEqual({});
  });

  it('that are none are refused', () => {
    const wrong = (more: Partial<Votes>) => () => reportOpinion({ ...votes, ...more }, options);
    expect(wrong({ values: votes.values.slice(1) })).toThrow('votes-shape');
    expect(wrong({ values: votes.values.map(() => 2) })).toThrow('no-vote');
    expect(wrong({ statements: votes.statements.map(() => 's') })).toThrow('same-statement');
    expect(wrong({ participants: votes.participants.map(() => 'p') })).toThrow('same-participant');
    expect(() => reportOpinion(votes, { seed: 1, minimum: 0 })).toThrow('minimum');
  });
});
