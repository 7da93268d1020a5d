/** A matrix as the reference cases write it. */
export interface NamedMatrix {
  rows: string[];
  cols: string[];
  values: (number | null)[][];
}

/** A number that depends on random draws: agreement is judged by its standard error. */
export class Simulated {
  constructor(
    readonly value: number,
    readonly standardError: number,
  ) {}
}

/** What a family computes, under the keys of the reference cases. Undefined: not computed by us. */
export type Tree =
  | number
  | string
  | boolean
  | null
  | undefined
  | Simulated
  | NamedMatrix
  | readonly Tree[]
  | { readonly [key: string]: Tree };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNamedMatrix(value: unknown): value is NamedMatrix {
  return isRecord(value) && 'rows' in value && 'cols' in value && Array.isArray(value['values']);
}
