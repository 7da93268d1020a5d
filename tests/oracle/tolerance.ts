/** The limits a case carries: `abs`, `rel`, named ones, and remarks in words. */
export type CaseTolerance = Readonly<Record<string, number | string>>;

/** Which named limit applies where: the first pattern that matches the path and is in the file wins. */
export type NamedTolerance = readonly [path: RegExp, name: string];

export interface Limit {
  abs: number;
  rel: number;
}

function limitOf(tolerance: CaseTolerance, name: string): number | undefined {
  const value = tolerance[name];
  return typeof value === 'number' ? value : undefined;
}

/** |x − e| ≤ max(abs, rel · |e|). A named limit is both, except that `…_rel` and `…_abs` say which. */
export function limitAt(
  path: string,
  tolerance: CaseTolerance,
  named: readonly NamedTolerance[],
): Limit {
  const general = { abs: limitOf(tolerance, 'abs') ?? 0, rel: limitOf(tolerance, 'rel') ?? 0 };
  for (const [pattern, name] of named) {
    const limit = limitOf(tolerance, name);
    if (limit === undefined || !pattern.test(path)) continue;
    if (name.endsWith('_rel')) return { abs: general.abs * limit, rel: limit };
    return name.endsWith('_abs') ? { abs: limit, rel: 0 } : { abs: limit, rel: limit };
  }
  return general;
}
