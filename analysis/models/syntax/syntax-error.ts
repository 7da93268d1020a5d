import { DomainError } from '../../errors.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * The error of a model text that cannot be read: where, what stands there, what was expected.
 *
 * No formula.
 *
 * @param place line and column, from 1.
 * @param found the text that stands there; empty at the end.
 * @param expected what could stand there, in the notation of model texts.
 * @returns the error, to be thrown.
 * @remarks Missing data: not applicable.
 * @throws never.
 * @see Rosseel, Y. (2012). lavaan. J Stat Softw 48(2), section 3. https://doi.org/10.18637/jss.v048.i02.
 */
export function syntaxError(place: Place, found: string, expected: string): DomainError {
  const { line, column } = place;
  return new DomainError('model-syntax', { line, column, found, expected });
}
