import { AnalysisError, type ErrorValues } from '#analysis/errors.ts';
import { parseModel } from '#analysis/models/syntax/parse-model.ts';
import { buildModel } from '#analysis/models/table/build-model.ts';

/** A long model still fits into an address. */
const longestText = 4000;

export const modelProblems = [
  'model-syntax',
  'model-no-factor',
  'model-own-indicator',
  'model-regression-of-item',
  'model-factor-with-item',
  'model-threshold',
  'model-repeated',
  'model-modifiers',
  'model-unknown-item',
  'model-too-few-items',
  'model-too-long',
  'model-other',
] as const;

export type ModelProblem = { code: (typeof modelProblems)[number]; values: ErrorValues };

function unknownItem(text: string, isItem: (name: string) => boolean): ModelProblem | undefined {
  const statements = parseModel(text);
  const factors = new Set(statements.filter(({ op }) => op === '=~').map(({ lhs }) => lhs));
  for (const { lhs, op, rhs, line, column } of statements) {
    const right = op === '=~' || op === '~~' || op === '~' ? [rhs] : [];
    const name = [lhs, ...right].find((word) => !factors.has(word) && !isItem(word));
    if (name !== undefined) return { code: 'model-unknown-item', values: { name, line, column } };
  }
  return undefined;
}

/** What is wrong with a model text and where, before anything is computed. */
export function checkModelText(
  text: string,
  isItem: (name: string) => boolean,
): ModelProblem | undefined {
  if (text.length > longestText) {
    return { code: 'model-too-long', values: { most: longestText, length: text.length } };
  }
  try {
    const unknown = unknownItem(text, isItem);
    if (unknown) return unknown;
    const { items } = buildModel(text);
    return items.length < 3
      ? { code: 'model-too-few-items', values: { items: items.length } }
      : undefined;
  } catch (error) {
    if (!(error instanceof AnalysisError)) throw error;
    const code = modelProblems.find((known) => known === error.code) ?? 'model-other';
    return { code, values: { ...error.values, code: error.code } };
  }
}
