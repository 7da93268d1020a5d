import { DomainError } from '#analysis/errors.ts';
import type { Votes } from '#analysis/opinion/votes.ts';
import type { Table } from '#analysis/table/table.ts';
import { textColumn } from './text-column.ts';

const words: Readonly<Record<string, number>> = {
  ...{ agree: 1, disagree: -1, pass: 0, '1': 1, '-1': -1, '0': 0, '+1': 1 },
};

function voteOf(cell: string, name: string): number {
  if (cell === '') return NaN;
  const vote = words[cell.trim().toLowerCase()];
  if (vote === undefined) throw new DomainError('no-vote', { vote: cell, name });
  return vote;
}

/** Names of the columns of a row a vote, as in our own exports and in those of Polis. */
const longNames = {
  participant: ['participant', 'voter-id', 'participant-id'],
  statement: ['statement', 'comment-id', 'statement-id'],
  vote: ['vote'],
};

/** What stands beside the votes in a row a participant of Polis. */
const notStatements = /^(participant|xid|group-id|n-(comments|votes|agree|disagree))$/;

function columnAmong(table: Table, names: readonly string[]): string | undefined {
  return names.find((name) => table.columns.has(name));
}

function longVotes(table: Table, names: { participant: string; statement: string; vote: string }) {
  const [who, what, how] = [names.participant, names.statement, names.vote].map((name) =>
    textColumn(table, name),
  );
  const times = table.columns.has('timestamp') ? textColumn(table, 'timestamp').map(Number) : [];
  const reasons = table.columns.has('reason') ? textColumn(table, 'reason') : [];
  const participants = [...new Set(who)];
  const statements = [...new Set(what)];
  const place = {
    row: new Map(participants.map((name, row) => [name, row])),
    column: new Map(statements.map((name, column) => [name, column])),
  };
  const values = new Float64Array(participants.length * statements.length).fill(NaN);
  const given = new Map<number, { time: number; vote: number; reason: string }>();
  for (let at = 0; at < table.n; at += 1) {
    const row = place.row.get(who?.[at] ?? '') ?? 0;
    const column = place.column.get(what?.[at] ?? '') ?? 0;
    const vote = voteOf(how?.[at] ?? '', names.vote);
    if (Number.isNaN(vote)) continue;
    const cell = row * statements.length + column;
    const time = times[at] ?? NaN;
    const before = given.get(cell);
    if (before && !(time > before.time) && !(time < before.time)) {
      throw new DomainError('voted-twice', {
        participant: who?.[at] ?? '',
        statement: what?.[at] ?? '',
      });
    }
    if (!before || time > before.time) given.set(cell, { time, vote, reason: reasons[at] ?? '' });
  }
  for (const [cell, { vote }] of given) values[cell] = vote;
  const passReasons = [...given].flatMap(([cell, { vote, reason }]) => {
    if (vote !== 0 || reason === '') return [];
    const m = statements.length;
    return [{ participant: Math.floor(cell / m), statement: cell % m, reason }];
  });
  return { participants, statements, values, passReasons };
}

function wideVotes(table: Table, without: ReadonlySet<string>): Votes {
  const participants = table.columns.has('participant')
    ? textColumn(table, 'participant')
    : Array.from({ length: table.n }, (_, row) => String(row));
  const statements = [...table.columns.keys()].filter(
    (name) => !notStatements.test(name) && !without.has(name),
  );
  const columns = statements.map((name) =>
    textColumn(table, name).map((cell) => voteOf(cell, name)),
  );
  const values = Float64Array.from({ length: table.n * statements.length }, (_, cell) => {
    const row = Math.floor(cell / statements.length);
    return columns[cell % statements.length]?.[row] ?? NaN;
  });
  return { participants, statements, values };
}

/**
 * Votes of a file: a row a vote (participant, statement, vote, where known reason; or Polis's voter-id, comment-id,
 * vote, timestamp, of which the latest counts), or a row a participant with a column a statement, as Polis exports.
 * A vote is 1, −1, 0 or agree, disagree, pass; blank is unseen.
 *
 * @throws DomainError 'no-vote', 'voted-twice', 'unknown-column' for a statement to leave out that is not there.
 */
export function votesOfTable(table: Table, without: readonly string[]): Votes {
  const participant = columnAmong(table, longNames.participant);
  const statement = columnAmong(table, longNames.statement);
  const vote = columnAmong(table, longNames.vote);
  const left = new Set(without);
  if (participant !== undefined && statement !== undefined && vote !== undefined) {
    const all = longVotes(table, { participant, statement, vote });
    refuseStray(left, new Set(all.statements));
    return left.size === 0 ? all : leaveOut(all, left);
  }
  refuseStray(left, new Set(table.columns.keys()));
  return wideVotes(table, left);
}

function refuseStray(without: ReadonlySet<string>, known: ReadonlySet<string>): void {
  const stray = [...without].find((name) => !known.has(name));
  if (stray !== undefined) throw new DomainError('unknown-column', { name: stray });
}

function leaveOut(all: Votes, without: ReadonlySet<string>): Votes {
  const m = all.statements.length;
  const kept = [...all.statements.keys()].filter((at) => !without.has(all.statements[at] ?? ''));
  const columnOf = new Map(kept.map((before, after) => [before, after]));
  const rows = [...all.participants.keys()];
  return {
    participants: all.participants,
    statements: kept.map((at) => all.statements[at] ?? ''),
    values: Float64Array.from(
      rows.flatMap((row) => kept.map((at) => all.values[row * m + at] ?? NaN)),
    ),
    passReasons: (all.passReasons ?? []).flatMap((pass) => {
      const statement = columnOf.get(pass.statement);
      return statement === undefined ? [] : [{ ...pass, statement }];
    }),
  };
}
