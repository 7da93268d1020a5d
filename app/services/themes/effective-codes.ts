type Code = { id: string; mergedInto: string | null; retired: boolean };

/**
 * For each code the one that its assignments count as: itself, or the one it was merged into, however
 * many steps away; null where that one is retired.
 */
export function effectiveCodes(codes: readonly Code[]): Map<string, string | null> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const follow = (code: Code, steps: number): string | null => {
    const next = code.mergedInto === null ? undefined : byId.get(code.mergedInto);
    if (next && steps < codes.length) return follow(next, steps + 1);
    return code.retired ? null : code.id;
  };
  return new Map(codes.map((code) => [code.id, follow(code, 0)]));
}
