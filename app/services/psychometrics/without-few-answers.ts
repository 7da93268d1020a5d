import type { NumberColumn, Table, TextColumn } from '#analysis/table/table.ts';
import { mentionedColumns } from './mentioned-columns.ts';
import type { Step } from './steps.ts';

type Guarded = {
  /** Without the groups in which too few people answered what some step needs. */
  table: Table;
  /** Names of steps that would rest on too few people altogether. */
  refused: ReadonlySet<string>;
};

/** Per row, whether it holds every number that the step needs. */
function completeFor(table: Table, step: Step): boolean[] {
  const needed = [...mentionedColumns(table.columns.keys(), [step])].flatMap((name) => {
    const column = table.columns.get(name);
    return column?.kind === 'number' ? [column.values] : [];
  });
  return Array.from({ length: table.n }, (_, row) =>
    needed.every((values) => !Number.isNaN(values[row])),
  );
}

function pickRows({ columns }: Table, kept: readonly number[]): Table {
  const picked = [...columns].map(([name, column]): [string, NumberColumn | TextColumn] => [
    name,
    column.kind === 'number'
      ? { kind: 'number', values: Float64Array.from(kept, (row) => column.values[row] ?? NaN) }
      : { kind: 'text', values: kept.map((row) => column.values[row] ?? null) },
  ]);
  return { n: kept.length, columns: new Map(picked) };
}

/** Levels with fewer complete rows than the minimum, in some step. */
function fewLevels(levels: TextColumn['values'], complete: readonly boolean[][], minimum: number) {
  const few = new Set<string | null>();
  for (const level of new Set(levels)) {
    const counts = complete.map((rows) => rows.filter((is, row) => is && levels[row] === level));
    if (counts.some(({ length }) => length < minimum)) few.add(level);
  }
  return few;
}

/**
 * What a page withholds of a group with few answers, an analysis must not say either: people who answered
 * are more than people who answered these items. Models that use incomplete answers are held to the same.
 */
export function withoutFewAnswers(
  table: Table,
  {
    steps,
    groups,
    minimum,
  }: { steps: readonly Step[]; groups: readonly string[]; minimum: number },
): Guarded {
  const complete = steps.map((step) => completeFor(table, step));
  const hidden = groups.map((name) => {
    const column = table.columns.get(name);
    const levels = column?.kind === 'text' ? column.values : [];
    return { levels, few: fewLevels(levels, complete, minimum) };
  });
  const kept = Array.from({ length: table.n }, (_, row) => row).filter((row) =>
    hidden.every(({ levels, few }) => !few.has(levels[row] ?? null)),
  );
  const refused = steps.flatMap(({ name }, index) => {
    const n = kept.filter((row) => complete[index]?.[row]).length;
    return n < minimum ? [name] : [];
  });
  return {
    table: kept.length === table.n ? table : pickRows(table, kept),
    refused: new Set(refused),
  };
}
