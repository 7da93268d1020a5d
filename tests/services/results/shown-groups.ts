import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { withActor } from '#app/database.server.ts';
import { getReaderFor } from './reader-for.ts';
import { getOverview } from '#app/services/results/get-overview.server.ts';
import { filterSchema } from '#app/services/results/page-params.ts';
import { getWaveView, resultsOfGroup } from '#app/services/results/wave-view.server.ts';
import type { Level } from '#app/services/results/specification.ts';
import { responses } from '#db/schema/response.ts';
import { uuidTexts } from '#db/uuid-words.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import type { Member } from '#db/actor.server.ts';
import { siteScope } from '#db/actor.server.ts';
import type { Workspace } from '#tests/support/workspace.ts';

/** A group some page shows, with the ids of the responses its figures are about. */
export type ShownGroup = { name: string; n: number; members: ReadonlySet<string> };

type Row = { id: string; levels: Record<string, Level> };

async function listRows({ organisationId }: Workspace, waveId: string): Promise<Row[]> {
  const rows = await withActor({ kind: 'system', organisationId }, (tx) =>
    tx.select().from(responses).where(eq(responses.waveId, waveId)),
  );
  return rows.map(({ id, siteId, language, covariates }) => {
    const levels = Object.entries(covariates).map(
      ([key, code]) => [key, code === null ? null : String(code)] as const,
    );
    return { id, levels: { site: siteId, language, ...Object.fromEntries(levels) } };
  });
}

async function listReleased(workspace: Workspace, member: Member, studyId: string) {
  const { organisationId } = workspace;
  const [run] = await withActor({ kind: 'system', organisationId }, (tx) =>
    tx
      .select({ ids: analysisRuns.releasedIds })
      .from(analysisRuns)
      .where(
        and(
          eq(analysisRuns.studyId, studyId),
          eq(analysisRuns.siteScope, siteScope(member)),
          isNotNull(analysisRuns.releasedIds),
        ),
      )
      .orderBy(desc(analysisRuns.finishedAt)),
  );
  return new Set(run?.ids ? uuidTexts(run.ids) : []);
}

/**
 * Everybody and every filter the overview page offers, with whom each is about. `former`: what was
 * shown before, for groups that keep their figures. `opensPages`: each filter's page is opened too.
 */
export async function askEveryFilter(
  workspace: Workspace,
  member: Member,
  study: { studyId: string; waveIds: readonly string[] },
  { former = [], opensPages = false }: { former?: readonly ShownGroup[]; opensPages?: boolean },
): Promise<ShownGroup[]> {
  const { studyId } = study;
  const reader = getReaderFor('en');
  const everybody = filterSchema.parse({ wave: null, group: null });
  const { frame } = await getOverview(member, reader, studyId, everybody);
  const { report, result } = await getWaveView(member, { studyId, wave: 'newest' });
  if (!report) return [];
  const released = await listReleased(workspace, member, studyId);
  const rows = await listRows(workspace, study.waveIds[0] ?? '');
  const groups: ShownGroup[] = [{ name: 'everybody', n: report.n, members: released }];
  for (const { value } of frame.filters.flatMap(({ options }) => options)) {
    const filter = filterSchema.parse({ wave: null, group: value });
    const { group } = filter;
    if (!group) throw new Error(`${value} is offered, so it can be asked for`);
    if (opensPages) {
      const { charts } = await getOverview(member, reader, studyId, filter);
      if (charts.length === 0) throw new Error(`${value} is offered, so it is shown`);
    }
    const { n } = resultsOfGroup(report, group);
    const isKept = result?.kept[group.dimension]?.includes(group.level) === true;
    const known = former.find(({ name }) => name === value);
    const members =
      isKept && known
        ? known.members
        : new Set(
            rows
              .filter(({ id, levels }) => {
                return released.has(id) && levels[group.dimension] === group.level;
              })
              .map(({ id }) => id),
          );
    groups.push({ name: value, n: n ?? 0, members });
  }
  return groups;
}

/** Pairs of groups whose difference would be about a few people, as text. */
export function tellingDifferences(groups: readonly ShownGroup[], k: number): string[] {
  return groups.flatMap((large) =>
    groups.flatMap((small) => {
      if (![...small.members].every((id) => large.members.has(id))) return [];
      const difference = large.members.size - small.members.size;
      return difference > 0 && difference < k
        ? [`${large.name} without ${small.name}: ${difference}`]
        : [];
    }),
  );
}

/** What is left of everybody when all shown groups of a dimension are taken away. */
export function tellingRemainders(groups: readonly ShownGroup[], k: number): string[] {
  const everybody = groups.find(({ name }) => name === 'everybody');
  const dimensions = new Set(groups.map(({ name }) => name.split('.')[0] ?? ''));
  dimensions.delete('everybody');
  return [...dimensions].flatMap((dimension) => {
    const shown = groups.filter(({ name }) => name.startsWith(`${dimension}.`));
    const left = [...(everybody?.members ?? [])].filter(
      (id) => !shown.some(({ members }) => members.has(id)),
    );
    return left.length > 0 && left.length < k ? [`${dimension}: ${left.length} left`] : [];
  });
}
