import load from 'highs';
import type {
  LinearProgram,
  LinearSolution,
  SolveLinear,
} from '#analysis/representation/linear-program.ts';

const name = (index: number) => `x${index}`;

/** A sum as the solver's text format writes it; a sum of nothing is written with a weight of 0. */
function sum(coefficients: readonly number[]): string {
  const terms = coefficients
    .map((coefficient, index) => ({ coefficient, index }))
    .filter(({ coefficient }) => coefficient !== 0)
    .map(
      ({ coefficient, index }) =>
        `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name(index)}`,
    );
  return terms.length === 0 ? `0 ${name(0)}` : terms.join('\n ');
}

function rows({ constraints }: LinearProgram): string[] {
  return constraints.map(({ coefficients, lower, upper }, index) => {
    const total = sum(coefficients);
    if (lower !== undefined && lower === upper) return `r${index}: ${total} = ${lower}`;
    const least = lower === undefined ? [] : [`r${index}: ${total} >= ${lower}`];
    const most = upper === undefined ? [] : [`s${index}: ${total} <= ${upper}`];
    return [...least, ...most].join('\n');
  });
}

/** CPLEX LP, the text format the solver reads. */
function asText(program: LinearProgram): string {
  const variables = program.objective.map((_, index) => name(index));
  return [
    'Maximize',
    `obj: ${sum(program.objective)}`,
    'Subject To',
    ...rows(program),
    'Bounds',
    ...program.upperBounds.map((bound, index) => `0 <= ${name(index)} <= ${bound}`),
    ...(program.isInteger ? ['General', variables.join('\n')] : []),
    'End',
  ].join('\n');
}

/** HiGHS, compiled to WebAssembly: no process is started and nothing is sent anywhere. */
export async function loadSolver(): Promise<SolveLinear> {
  const highs = await load();
  return (program): LinearSolution => {
    const solved = highs.solve(asText(program), { random_seed: 0, mip_rel_gap: 0 });
    if (solved.Status !== 'Optimal') return { ok: false, reason: 'infeasible' };
    const columns = solved.Columns as Record<string, { Primal: number }>;
    const duals = new Map(
      (solved.Rows as { Name: string; Dual?: number }[]).map((row) => [row.Name, row.Dual ?? 0]),
    );
    return {
      ok: true,
      value: solved.ObjectiveValue,
      x: program.objective.map((_, index) => columns[name(index)]?.Primal ?? 0),
      duals: program.constraints.map((_, index) => duals.get(`r${index}`) ?? 0),
    };
  };
}
