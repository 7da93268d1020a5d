import { DomainError, ShapeError } from '../errors.ts';
import { sparseMatrix, type SparseMatrix } from '../numeric/sparse/sparse-matrix.ts';
import { countVotes } from './count-votes.ts';
import { describeStatement, type StatementOpinion } from './describe-statement.ts';
import { opinionGroups, type NoGroupsReason, type StabilityOfGroups } from './opinion-groups.ts';
import {
  representativeStatements,
  type RepresentativeStatement,
} from './representative-statements.ts';
import type { Votes } from './votes.ts';

export type OpinionOptions = {
  readonly seed: number;
  /** Members of a group at least; groups are published, so it is the smallest cell that may be shown. */
  readonly minimum: number;
};

type Named<One> = Omit<One, 'statement'> & { readonly statement: string };

export type OpinionReport = {
  readonly participants: {
    readonly n: number;
    readonly grouped: number;
    /** They count in what everybody said, and are in no group. */
    readonly tooFewVotes: number;
  };
  /** Group of each participant in the order given; null with too few votes, or where there are no groups. */
  readonly assignments: readonly (number | null)[];
  readonly groups: readonly {
    readonly index: number;
    readonly size: number;
    readonly representative: readonly Named<RepresentativeStatement>[];
  }[];
  /** Why there are no groups; null where there are. */
  readonly noGroups: NoGroupsReason | null;
  /** Of the number of groups chosen. */
  readonly stability: number | null;
  readonly curve: readonly StabilityOfGroups[];
  readonly statements: readonly StatementOpinion[];
  /** What every group agrees to, or disagrees with: most shared first, the interval above one half. */
  readonly consensus: { readonly agree: readonly string[]; readonly disagree: readonly string[] };
  /** Most divisive first; never a statement of a majority. */
  readonly divisive: readonly string[];
  /** Statements of a majority from which a group stands apart, farthest first. */
  readonly apart: readonly string[];
};

/** With fewer votes a participant is placed by chance; in short rounds all statements do. */
const fewestVotes = 7;

function check({ participants, statements, values }: Votes): void {
  if (values.length !== participants.length * statements.length) {
    throw new ShapeError('votes-shape', { values: values.length });
  }
  if (new Set(participants).size < participants.length) throw new DomainError('same-participant');
  if (new Set(statements).size < statements.length) throw new DomainError('same-statement');
  const wrong = values.find((vote) => !Number.isNaN(vote) && ![1, 0, -1].includes(vote));
  if (wrong !== undefined) throw new DomainError('no-vote', { vote: wrong });
}

/** Votes of those with enough of them, in an order that their votes and the statements' names decide. */
function canonical({ participants, statements, values }: Votes) {
  const m = statements.length;
  const columns = [...statements.keys()].sort((a, b) =>
    (statements[a] ?? '') < (statements[b] ?? '') ? -1 : 1,
  );
  const least = Math.min(fewestVotes, m);
  const rows = [...participants.keys()]
    .map((row) => {
      const own = columns.map((column) => values[row * m + column] ?? NaN);
      return { row, own, pattern: own.join() };
    })
    .filter(({ own }) => own.filter((vote) => !Number.isNaN(vote)).length >= Math.max(1, least))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : a.pattern > b.pattern ? 1 : a.row - b.row));
  const matrix: SparseMatrix = sparseMatrix(
    rows.map(({ own }) => new Map([...own.entries()].filter((entry) => !Number.isNaN(entry[1])))),
    m,
  );
  return { rows: rows.map(({ row }) => row), matrix };
}

/**
 * What a round of votes says: groups of people who vote alike, what all of them share, what divides them, and
 * what sets each apart.
 *
 * See `opinionGroups`, `describeStatement`, `divisionOf`, `representativeStatements`.
 *
 * @param votes n × m
 * @param options seed, smallest group.
 * @returns groups or the reason why there are none; statements in the order given, with shares and intervals.
 * @remarks Missing data: unseen statements count nowhere. The order of participants and statements changes
 *   nothing; participants with the same votes are in the same group.
 * @throws ShapeError 'votes-shape', DomainError 'same-participant', 'same-statement', 'no-vote', 'minimum'.
 * @see Small, C. et al. (2021). Polis. RECERCA 26(2). https://doi.org/10.6035/recerca.5516
 */
export function reportOpinion(votes: Votes, { seed, minimum }: OpinionOptions): OpinionReport {
  check(votes);
  if (!(minimum >= 1)) throw new DomainError('minimum', { minimum });
  const { rows, matrix } = canonical(votes);
  const found = opinionGroups(matrix, { seed, minimum });
  const members = Array.from({ length: found.found ? found.k : 0 }, (): number[] => []);
  const assignments: (number | null)[] = votes.participants.map(() => null);
  if (found.found) {
    for (const [at, row] of rows.entries()) {
      const group = found.labels[at] ?? 0;
      assignments[row] = group;
      members[group]?.push(row);
    }
  }
  const statements = [...votes.statements.keys()].map((statement) =>
    describeStatement(votes, statement, members, seed),
  );
  const counts = statements.map((_, statement) =>
    members.map((own) => countVotes(votes, statement, own)),
  );
  const representative = representativeStatements(counts);
  const { n, grouped } = { n: votes.participants.length, grouped: found.found ? rows.length : 0 };
  return {
    participants: { n, grouped, tooFewVotes: n - rows.length },
    assignments,
    groups: members.map(({ length: size }, index) => ({
      ...{ index, size },
      representative: (representative[index] ?? []).map((one) => ({
        ...one,
        statement: votes.statements[one.statement] ?? '',
      })),
    })),
    noGroups: found.found ? null : found.reason,
    stability: found.found ? (found.curve.find(({ k }) => k === found.k)?.stability ?? null) : null,
    curve: found.curve,
    ...{ statements, ...rank(statements) },
  };
}

function rank(statements: readonly StatementOpinion[]) {
  const names = (
    chosen: readonly StatementOpinion[],
    worth: (statement: StatementOpinion) => number,
  ) =>
    [...chosen]
      .sort((a, b) => worth(b) - worth(a) || (a.statement < b.statement ? -1 : 1))
      .map(({ statement }) => statement);
  const shared = (answer: 'agree' | 'disagree') =>
    names(
      statements.filter(({ consensus }) => consensus[answer].interval[0] > 0.5),
      ({ consensus }) => consensus[answer].value,
    );
  const divided = statements.filter(({ division }) => division !== null);
  const byDivision = ({ division }: StatementOpinion) => division?.value ?? 0;
  return {
    consensus: { agree: shared('agree'), disagree: shared('disagree') },
    divisive: names(
      divided.filter(({ majority }) => majority === null),
      byDivision,
    ),
    apart: names(
      divided.filter(({ majority }) => majority !== null),
      byDivision,
    ),
  };
}
