import { randomUUID } from 'node:crypto';
import type { Actor, Member } from '#db/actor.server.ts';
import { getDatabase } from '#app/database.server.ts';
import { writeAudit } from '#app/services/audit/write-audit.server.ts';
import { evidence } from '#db/schema/evidence.ts';
import { instruments } from '#db/schema/instrument.ts';
import { memberInvitations } from '#db/schema/membership.ts';
import { fillPanel, type FilledPanel } from './filled-panel.ts';
import { alarmBudgets } from '#db/schema/monitoring-plan.ts';
import { panelSystems } from '#db/schema/panel-system.ts';
import type { FilledMonitoring } from './filled-monitoring.ts';
import { fillRegister } from './filled-register.ts';
import { fillStudy, type FilledStudy } from './filled-study.ts';
import { createMember, createWorkspace } from './workspace.ts';

export type FilledOrganisation = {
  organisationId: string;
  everywhere: Member;
  north: Member;
  northSite: string;
  southSite: string;
  northStudy: FilledStudy;
  southStudy: FilledStudy;
  northPanel: FilledPanel;
  northDeployment: FilledMonitoring;
  offerKey: string;
};

/** Two sites, a study at each, a member of both and one of the northern site: a row in every table. */
export async function fillOrganisation(): Promise<FilledOrganisation> {
  const workspace = await createWorkspace(['North', 'South']);
  const { organisationId } = workspace;
  const [northSite = '', southSite = ''] = workspace.siteIds;
  const everywhere = await createMember(workspace, 'researcher');
  const north = await createMember(workspace, 'researcher', [northSite]);
  const offerKey = randomUUID();
  await getDatabase()
    .insert(memberInvitations)
    .values({
      organisationId,
      email: 'x@example.org',
      role: 'auditor',
      allSites: true,
      siteIds: [],
      tokenHash: offerKey,
      expiresAt: new Date(Date.now() + 60_000),
    });
  const [instrument] = await getDatabase()
    .insert(instruments)
    .values({ organisationId, slug: `known-${randomUUID()}` })
    .returning();
  await getDatabase()
    .insert(evidence)
    .values({
      ...{ organisationId, instrumentId: instrument?.id ?? '', language: 'en' },
      ...{ population: 'Nurses', n: 30, on: '2026-09-30', itemsHash: 'a', contentHash: 'b' },
      finding: { kind: 'hypotheses', stated: 4, confirmed: 3 },
      origin: { source: 'recorded', by: 'The researchers' },
      enteredBy: everywhere.userId,
    });
  await getDatabase().transaction((tx) =>
    writeAudit(tx, {
      organisationId,
      actor: everywhere.userId,
      action: 'audit.read',
      subjectId: '1',
    }),
  );
  const panels = [
    await fillPanel(organisationId, northSite, north.userId),
    await fillPanel(organisationId, southSite, everywhere.userId),
  ] as const;
  const siteIds = [northSite, southSite];
  const register = await fillRegister(organisationId, siteIds, everywhere.userId);
  const [northDeployment] = register.deployments;
  if (!northDeployment) throw new Error('the system is in use at both sites');
  const shown = {
    organisationId,
    systemId: register.systemId,
    shownOn: '2026-03-01',
    shownBy: 'x',
  };
  await getDatabase()
    .insert(panelSystems)
    .values(panels.map(({ panelId }) => ({ ...shown, panelId })));
  await getDatabase()
    .insert(alarmBudgets)
    .values({
      ...{ organisationId, number: 1, falseAlarmsAYear: 2, reason: 'x' },
      ...{ declaredBy: 'Board', declaredOn: '2026-01-10' },
    });
  return {
    organisationId,
    everywhere,
    north,
    northSite,
    southSite,
    offerKey,
    northDeployment,
    northStudy: await fillStudy(organisationId, northSite, {
      userId: north.userId,
      siteScope: northSite,
    }),
    southStudy: await fillStudy(organisationId, southSite, {
      userId: everywhere.userId,
      siteScope: '*',
    }),
    northPanel: panels[0],
  };
}

/** Every kind of actor of the organisation; the respondent answers the northern study, the redactor reads its site. */
export function actorsOf(filled: FilledOrganisation) {
  const { organisationId, everywhere, north, northStudy, northPanel, northDeployment } = filled;
  return {
    everywhere,
    north,
    respondent: {
      kind: 'respondent',
      organisationId,
      studyId: northStudy.studyId,
      ballotHash: northStudy.ballotHash,
    },
    public: { kind: 'public', key: randomUUID() },
    panelMember: {
      kind: 'panel-member',
      organisationId,
      panelId: northPanel.panelId,
      memberId: northPanel.memberIds[0],
    },
    redactor: {
      kind: 'redactor',
      organisationId,
      userId: north.userId,
      siteIds: north.siteIds,
    },
    custodian: {
      kind: 'custodian',
      organisationId,
      userId: everywhere.userId,
      studyId: northStudy.studyId,
      key: northStudy.pseudonymId,
    },
    apiToken: {
      kind: 'api-token',
      organisationId,
      deploymentId: northDeployment.deploymentId,
      tokenId: northDeployment.tokenId,
    },
    system: { kind: 'system', organisationId },
  } as const satisfies Record<string, Actor>;
}
