import type { Modifier, Statement } from '../syntax/statement.ts';
import type { ModelVariables } from './model-variables.ts';
import type { TableSettings } from './parameter.ts';

type Named = Pick<Statement, 'lhs' | 'op' | 'rhs'>;

/** A covariance has no direction. */
function keyOf({ lhs, op, rhs }: Named): string {
  const isTurned = op === '~~' && lhs > rhs;
  return isTurned ? `${rhs} ${op} ${lhs}` : `${lhs} ${op} ${rhs}`;
}

const fixed = (value: number): Modifier[] => [{ fixed: value }];

/** The default modifiers of a loading that the text does not fix or free: markers and single indicators. */
function withMarkers(
  statements: readonly Statement[],
  isStandardised: boolean,
): readonly Statement[] {
  const seen = new Set<string>();
  return statements.map((statement) => {
    const { lhs, op, modifiers } = statement;
    if (op !== '=~' || seen.has(lhs)) return statement;
    seen.add(lhs);
    const isSaid = modifiers.some(({ fixed: value, isFree }) => value !== undefined || isFree);
    return isStandardised || isSaid ? statement : { ...statement, modifiers: fixed(1) };
  });
}

/**
 * A model text completed by the parameters every factor model has.
 *
 * Residual variances of items (0 for the only indicator of a factor), variances of factors, covariances of
 * exogenous factors, intercepts of items, means of factors (0), thresholds and scaling (1) of ordered items.
 * The first loading of a factor is 1, or its variance is.
 *
 * @param statements the model as parsed.
 * @param variables what `modelVariables` returns for it.
 * @param settings identification, means, ordered items.
 * @returns statements; those of the text first, their modifiers prevail.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Rosseel, Y. (2012). lavaan. J Stat Softw 48(2), section 3.4.
 *   https://doi.org/10.18637/jss.v048.i02. Reference program: lavaan 0.6-14 `lavaanify`.
 */
export function completeStatements(
  statements: readonly Statement[],
  { items, factors, endogenous }: ModelVariables,
  settings: TableSettings,
): Statement[] {
  const { isStandardised = false, isOrthogonal = false, hasMeans = false, ordered } = settings;
  const complete = [...withMarkers(statements, isStandardised)];
  const said = new Set(complete.map(keyOf));
  const add = (lhs: string, op: Statement['op'], rhs: string, modifiers: Modifier[] = []) => {
    if (said.has(keyOf({ lhs, op, rhs }))) return;
    complete.push({ lhs, op, rhs, modifiers, line: 0, column: 0 });
  };
  const loadings = statements.filter(({ op }) => op === '=~');
  const isSingle = (item: string) =>
    loadings.some(
      ({ lhs, rhs }) => rhs === item && loadings.filter((other) => other.lhs === lhs).length === 1,
    );
  for (const item of items) {
    const steps = ordered?.get(item);
    for (let t = 1; t <= (steps ?? 0); t += 1) add(item, '|', `t${t}`);
    const residual = steps === undefined ? undefined : fixed(1);
    add(item, '~~', item, isSingle(item) ? fixed(0) : residual);
    if (steps !== undefined) add(item, '~*~', item, fixed(1));
  }
  for (const factor of factors) add(factor, '~~', factor, isStandardised ? fixed(1) : []);
  const exogenous = factors.filter((factor) => !endogenous.has(factor));
  exogenous.forEach((factor, index) => {
    for (const other of exogenous.slice(index + 1)) {
      add(factor, '~~', other, isOrthogonal ? fixed(0) : []);
    }
  });
  if (!hasMeans) return complete;
  for (const item of items) add(item, '~1', '', ordered?.has(item) ? fixed(0) : []);
  for (const factor of factors) add(factor, '~1', '', fixed(0));
  return complete;
}
