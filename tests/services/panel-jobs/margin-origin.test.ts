import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { editPlan } from '#app/services/monitoring/edit-plan.server.ts';
import { getPlan } from '#app/services/monitoring/get-plan.server.ts';
import { metricOf, metricSchema } from '#app/services/monitoring/plan-schema.ts';
import { startPlan } from '#app/services/monitoring/start-plan.server.ts';
import type { Member } from '#db/actor.server.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { fillPanel, type FilledPanel } from '#tests/support/filled-panel.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from '../register/new-system.ts';

const form = {
  ...{ metric: 'override', cohortWords: 'All adults', cadence: 'month', owner: 'Ana' },
  ...{ tier: 'board', direction: 'neutral', chart: 'automatic', falseAlarmsAYear: '0,2' },
  ...{ 'action-signal': 'Look at ten cases', 'action-nothing-sent': 'Ask the sender' },
};
const content = {
  ...{ job: 'margin', metric: 'Missed warnings', unit: 'percentage-points', low: 0, high: 20 },
  ...{ median: 4.5, middleHalf: [3, 8], question: {}, quoteIds: [], roundNumber: 2 },
  people: { total: 6, byLanguage: [], withheld: [] },
};

describeOnDatabases('a margin that a plan takes from a panel', () => {
  let workspace: Workspace;
  let owner: Member;
  let panel: FilledPanel;
  beforeAll(async () => {
    workspace = await createWorkspace();
    const [north = ''] = workspace.siteIds;
    owner = await createMember(workspace, 'model-owner');
    panel = await fillPanel(workspace.organisationId, north, owner.userId);
  });

  async function publish(number: number, own: object = {}) {
    const id = randomUUID();
    const { organisationId, panelId, promptId } = panel;
    await getDatabase()
      .insert(panelReports)
      .values({
        ...{ organisationId, panelId, promptId, id, kind: 'job', number, content },
        ...{ contentHash: 'x', publishedOn: '2026-03-01', publishedBy: 'x', ...own },
      });
    return id;
  }

  async function draft() {
    const { systemId, deploymentId } = await newSystem(owner, workspace.siteIds[0] ?? '');
    const ids = { systemId, deploymentId };
    await startPlan(owner, ids);
    const values = metricOf(metricSchema.parse(form));
    const change = { kind: 'save-metric', metricId: null, values } as const;
    await editPlan(owner, { ...ids, revision: 1, change });
    const metricId = (await getPlan(owner, ids)).draft?.metrics[0]?.id ?? '';
    const cite = (marginReportId: string) => {
      const group = { dimension: 'interpreter', reference: 'no', margin: 0.05, marginReason: '' };
      const values = { ...group, marginReportId };
      const change = { kind: 'add-subgroup', metricId, values } as const;
      return editPlan(owner, { ...ids, revision: 2, change });
    };
    return { ids, cite };
  }

  it('is shown with its panel, round and subject, also once it stands no more, to every reader', async () => {
    const { ids, cite } = await draft();
    const reportId = await publish(101);
    await cite(reportId);
    const reader = await createMember(workspace, 'auditor');
    const origin = {
      ...{ panel: { en: 'Words' }, round: 2, subject: 'Missed warnings', median: 4.5 },
      ...{ publishedOn: '2026-03-01', isSuperseded: false },
    };
    expect((await getPlan(reader, ids)).origins).toEqual({ [reportId]: origin });
    await getDatabase()
      .update(panelReports)
      .set({ supersededOn: '2026-04-01' })
      .where(eq(panelReports.id, reportId));
    expect((await getPlan(reader, ids)).origins).toEqual({
      [reportId]: { ...origin, isSuperseded: true },
    });
  });

  it('is one that can be cited', async () => {
    const { cite } = await draft();
    const gone = await publish(102, { supersededOn: '2026-04-01' });
    for (const reportId of [gone, panel.reportId, randomUUID()]) {
      await expect(cite(reportId)).rejects.toMatchObject({ reason: 'audit-margin-gone' });
    }
  });
});
