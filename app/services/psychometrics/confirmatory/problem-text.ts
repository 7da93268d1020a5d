import type { AnalysisReader } from '../reader.server.ts';
import type { ModelProblem } from './check-model-text.ts';

/** What a reader of model texts expects, where it is said in words and not in signs. */
const expectedKeys = {
  name: 'name',
  'name or 1': 'nameOrOne',
  number: 'number',
  '+ or the end of the line': 'end',
  ', or )': 'list',
  'factor =~ item + item': 'formula',
  'number, NA, label, start( ) or c( )': 'modifier',
  'name, number, =~ ~~ ~ | * + ( ) ,': 'anything',
} as const;

const isKnown = (text: unknown): text is keyof typeof expectedKeys =>
  typeof text === 'string' && Object.hasOwn(expectedKeys, text);

/** What is wrong with a model text, where, and what could stand there. */
export function problemText(
  { say }: Pick<AnalysisReader, 'say'>,
  { code, values }: ModelProblem,
): string {
  const { found, expected } = values;
  const words = isKnown(expected)
    ? say(`confirmatory.expected.${expectedKeys[expected]}`)
    : String(expected);
  const key = code === 'model-syntax' && found === '' ? 'model-ends' : code;
  return say(`confirmatory.problem.${key}`, { ...values, expected: words });
}
