import { DomainError } from '../../errors.ts';
import { parseModel } from '../syntax/parse-model.ts';
import type { Modifier, Statement } from '../syntax/statement.ts';
import { compileGroup } from './compile-group.ts';
import { completeStatements } from './complete-statements.ts';
import { equalityOf } from './equality-of.ts';
import { modelVariables } from './model-variables.ts';
import type { Parameter, StructuralModel, TableSettings } from './parameter.ts';
import { placeParameter } from './place-parameter.ts';

const nameOf = ({ lhs, op, rhs }: Pick<Statement, 'lhs' | 'op' | 'rhs'>) =>
  `${lhs} ${op} ${rhs}`.trim();

/** Names of parameters as a person may write them: 'f=~x2' and 'f =~ x2' are one. */
function partialNames(partial: readonly string[]): ReadonlySet<string> {
  return new Set(partial.flatMap((text) => parseModel(text).map(nameOf)));
}

function modifierIn({ modifiers, line, column, lhs }: Statement, group: number, groups: number) {
  if (modifiers.length > 1 && modifiers.length !== groups) {
    throw new DomainError('model-modifiers', { name: lhs, line, column, groups });
  }
  return (modifiers.length === 1 ? modifiers[0] : modifiers[group]) ?? {};
}

/**
 * What equality over groups frees in later groups: with equal intercepts the means of factors, with equal
 * loadings their variances, which identification would otherwise fix in every group.
 */
function isFreed(statement: Statement, group: number, settings: TableSettings, isFree: boolean) {
  const { equal = [], isStandardised = false } = settings;
  const isAutomatic = statement.line === 0;
  if (group === 0 || !isAutomatic || !isFree) return false;
  if (statement.op === '~1') {
    return equal.includes('intercepts') && !equal.includes('latent-means');
  }
  return isStandardised && equal.includes('loadings') && !equal.includes('latent-variances');
}

/**
 * A model text as a parameter table and matrices for each group.
 *
 * Rows with one label, and over groups the rows that `settings.equal` names (`settings.partial` excepted),
 * share one free parameter. With equal intercepts the means of exogenous factors, with equal loadings and
 * standardised factors their variances, are free after the first group.
 *
 * @param text the model, as `parseModel` reads it.
 * @param settings groups, identification, means, equalities, ordered items.
 * @returns the model, ready for estimation.
 * @remarks Missing data: not applicable.
 * @throws DomainError with line and column: 'model-syntax', 'model-no-factor', 'model-own-indicator',
 *   'model-regression-of-item', 'model-factor-with-item', 'model-threshold', 'model-repeated',
 *   'model-modifiers' (neither one nor as many as groups).
 * @see Rosseel, Y. (2012). lavaan. J Stat Softw 48(2). https://doi.org/10.18637/jss.v048.i02. Reference
 *   program: lavaan 0.6-14 `parTable`.
 */
export function buildModel(text: string, settings: TableSettings = {}): StructuralModel {
  const { groups = 1, hasMeans = false, equal = [], partial = [], ordered } = settings;
  const parsed = parseModel(text);
  const variables = modelVariables(parsed);
  const statements = completeStatements(parsed, variables, settings);
  const isFactor = (name: string) => variables.factors.includes(name);
  const excepted = partialNames(partial);
  const steps = variables.items.map((item) => ordered?.get(item) ?? 0);
  const thresholdIndex = (item: string) =>
    steps.slice(0, variables.items.indexOf(item)).reduce((sum, count) => sum + count, 0);
  const keys = new Map<string, number>();
  const parameters: Parameter[] = [];
  for (let group = 0; group < groups; group += 1) {
    const cells = new Set<string>();
    for (const statement of statements) {
      const { lhs, op, rhs, line, column } = statement;
      const cell = placeParameter(statement, variables, thresholdIndex);
      const place = `${cell.matrix} ${cell.row} ${cell.column}`;
      if (cells.has(place))
        throw new DomainError('model-repeated', { name: nameOf(statement), line, column });
      cells.add(place);
      const modifier: Modifier = modifierIn(statement, group, groups);
      const isExogenous = isFactor(lhs) && !variables.endogenous.has(lhs);
      const isLatent =
        (op === '~1' && isExogenous) || (op === '~~' && isFactor(lhs) && lhs === rhs);
      const freed = isFreed(statement, group, settings, isLatent);
      const isFree = freed || modifier.isFree === true || modifier.fixed === undefined;
      const kind = equalityOf(statement, isFactor);
      const isEqual =
        kind !== undefined && equal.includes(kind) && !excepted.has(nameOf(statement));
      const label = modifier.label;
      const key = label === undefined ? `${isEqual ? '' : group} ${place}` : `label ${label}`;
      if (isFree && !keys.has(key)) keys.set(key, keys.size);
      parameters.push({
        ...{ lhs, op, rhs, group, ...cell },
        parameter: isFree ? (keys.get(key) ?? -1) : -1,
        value: isFree ? 0 : (modifier.fixed ?? 0),
        ...(modifier.start === undefined ? {} : { start: modifier.start }),
        ...(label === undefined ? {} : { label }),
      });
    }
  }
  const thresholds = steps.reduce((sum, count) => sum + count, 0);
  const size = { p: variables.items.length, m: variables.factors.length, thresholds };
  return {
    ...{ items: variables.items, factors: variables.factors, hasMeans, parameters },
    freeCount: keys.size,
    groups: Array.from({ length: groups }, (_, group) =>
      compileGroup(
        parameters.filter((row) => row.group === group),
        size,
      ),
    ),
  };
}
