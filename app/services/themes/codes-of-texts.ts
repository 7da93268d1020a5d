type Assignment = { contributionId: string; codeId: string; origin: string };

/** By contribution the codes that people gave it, each once however many of its words bear it, in order. */
export function codesOfTexts(
  assignments: readonly Assignment[],
  codeOf: ReadonlyMap<string, string | null>,
): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { contributionId, codeId, origin } of assignments) {
    const code = codeOf.get(codeId);
    if (!code || origin === 'suggested') continue;
    found.set(contributionId, (found.get(contributionId) ?? new Set()).add(code));
  }
  return new Map([...found].map(([id, codes]) => [id, [...codes].sort()]));
}
