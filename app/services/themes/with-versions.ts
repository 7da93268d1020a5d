type Report = { codingId: string | null };

/**
 * Reports of a panel, newest first, each with its place among those of its coding. Numbers go through all
 * reports of the panel, most of which a reader of one coding never sees.
 */
export function withVersions<One extends Report>(newestFirst: readonly One[]) {
  return newestFirst.map((report, index) => ({
    ...report,
    version: newestFirst.slice(index).filter(({ codingId }) => codingId === report.codingId).length,
  }));
}
