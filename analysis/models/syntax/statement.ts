import type { Place } from './syntax-error.ts';
import type { Operator } from './tokenise.ts';

/** What a model text says of one parameter in one group. */
export interface Modifier {
  /** A number before `*`. */
  readonly fixed?: number;
  /** NA before `*`. */
  readonly isFree?: boolean;
  readonly start?: number;
  /** Parameters of one label are equal. */
  readonly label?: string;
}

/** One parameter of a model text: `lhs op modifier*rhs`. */
export interface Statement extends Place {
  readonly lhs: string;
  readonly op: Operator | '~1';
  /** Empty for `~1`. */
  readonly rhs: string;
  /** None, one for all groups, or one for each. */
  readonly modifiers: readonly Modifier[];
}
