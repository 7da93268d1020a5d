import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { ActionFunctionArgs } from '@remix-run/node';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { requireMember } from '#app/http/session.server.ts';
import { can, everybody, type Permission } from '#app/permissions.ts';
import { loader as closePage } from '#app/routes/_workspace.studies.$studyId.close/route.tsx';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { memberships, type MemberRole } from '#db/schema/membership.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createWorkspace } from '#tests/support/workspace.ts';

const instrument = 'instruments.$instrumentId';
const study = 'studies.$studyId';
const activity = 'activities.$activityId';
const panel = 'panels.$panelId';
const round = `${panel}.rounds_.$roundId`;
const coding = `${panel}.themes_.$codingId`;
const model = 'models.$systemId';
const deployment = `${model}.deployments_.$deploymentId`;

/** Every form of the workspace and who may send it; `null`: about the person's own account, or by the person named. */
const needs: Record<string, Permission | null> = {
  'board.monitoring': 'alarm-budget.declare',
  'models.alerts.$alertId': 'alerts.handle',
  [`${deployment}_.monitoring_.metrics.$metricId`]: 'monitoring.manage',
  [`${model}.recommendations`]: 'models.manage',
  [`${deployment}_.monitoring_.audits`]: 'monitoring.manage',
  [`${deployment}_.monitoring_.audits_.$auditId`]: 'monitoring.manage',
  [`${deployment}_.monitoring_.audits_.$auditId_.actions.$place`]: 'monitoring.manage',
  [`${deployment}_.monitoring_.plan`]: 'monitoring.manage',
  [`${deployment}_.monitoring_.plan_.metrics.$metricId`]: 'monitoring.manage',
  [`${activity}._index`]: 'panels.manage',
  [`${activity}.edit`]: 'panels.manage',
  [`${activity}.session`]: 'panels.manage',
  'activities.new': 'panels.manage',
  [`${panel}._index`]: 'panels.manage',
  [`${panel}.jobs_.$promptId`]: 'panel-reports.publish',
  [`${panel}.contributions_.$contributionId_.withdraw`]: 'panel-members.manage',
  [`${panel}.decisions_.$suggestionId_.edit`]: 'suggestions.manage',
  [`${panel}.rounds_.new`]: 'panels.manage',
  [`${round}._index`]: 'panels.manage',
  [`${round}.ask`]: 'panels.manage',
  [`${round}.close`]: 'panels.manage',
  [`${round}.edit`]: 'panels.manage',
  [`${round}.jobs_.new`]: 'panels.manage',
  [`${round}.prompt`]: 'panels.manage',
  [`${round}.statement`]: 'panels.manage',
  [`${panel}.settings`]: 'panels.manage',
  [`${panel}.settings_.consent`]: 'panels.manage',
  [`${panel}.settings_.policy`]: 'panels.manage',
  'panels.new': 'panels.manage',
  [`${instrument}._index`]: 'instruments.design',
  [`${instrument}.evidence._index`]: 'evidence.manage',
  [`${instrument}.evidence.new`]: 'evidence.manage',
  [`${instrument}.versions.$number.edit`]: 'instruments.design',
  [`${instrument}.versions.$number.text-items`]: 'instruments.design',
  [`${instrument}.versions.$number.publish`]: 'instruments.publish',
  [`${instrument}.versions.$number.wording.$language`]: 'instruments.edit',
  'instruments._index': 'instruments.design',
  'instruments.import': 'instruments.design',
  'panels.$panelId.decisions_.$suggestionId': 'suggestions.decide',
  'panels.$panelId.decisions_.letters': 'panel-members.manage',
  'panels.$panelId.decisions_.new': 'suggestions.manage',
  'panels.$panelId.report_.form.$kind': 'panel-reports.publish',
  'panels.$panelId.report_.outputs': 'panel-reports.publish',
  [`${panel}.payments`]: 'panel-payments.manage',
  [`${panel}.people`]: 'panel-members.manage',
  [`${panel}.people_.$memberId`]: 'panel-members.manage',
  [`${panel}.people_.$memberId_.letter`]: 'panel-members.manage',
  [`${panel}.people_.new`]: 'panel-members.manage',
  [`${panel}.recruitment`]: 'panels.manage',
  [`${panel}.recruitment_.draws`]: 'panels.manage',
  [`${panel}.recruitment_.draws_.$number`]: 'panels.read',
  [`${panel}.recruitment_.strata.$stratum`]: 'panels.manage',
  [`${panel}.appeals`]: 'contributions.moderate',
  [`${panel}.contributions_.$contributionId`]: 'contributions.moderate',
  [`${panel}.contributions_.$contributionId_.redact`]: 'contributions.redact',
  [`${panel}.contributions_.$contributionId_.translations`]: 'contributions.translate',
  [`${panel}.enter`]: 'panel-members.manage',
  // Whoever is named for the panel: the database shows a concern to nobody else.
  [`${panel}.safeguarding_.$concernId`]: null,
  [`${panel}.themes`]: 'themes.manage',
  [`${coding}._index`]: 'themes.code',
  [`${coding}.codebook`]: 'themes.manage',
  [`${coding}.themes`]: 'themes.manage',
  [`${coding}.draft`]: 'themes.manage',
  [`${coding}.double`]: 'themes.code',
  [`${coding}.flags`]: 'themes.manage',
  [`${coding}.check`]: 'panel-reports.publish',
  [`${coding}.report`]: 'panel-reports.publish',
  'models.new': 'models.manage',
  'models.import': 'models.manage',
  'models.import_.$importId': 'models.manage',
  'models.datasets._index': 'datasets.manage',
  'models.datasets.new': 'datasets.manage',
  'models.datasets.$datasetId.edit': 'datasets.manage',
  [`${model}.describe.$section`]: 'models.manage',
  [`${model}.people`]: 'models.manage',
  [`${model}.versions_.new`]: 'models.manage',
  [`${model}.versions_.$versionId`]: 'models.manage',
  [`${model}.datasets`]: 'models.manage',
  [`${model}.recommendations_.$code`]: 'models.manage',
  [`${model}.changes_.plan`]: 'models.manage',
  [`${model}.changes_.notice`]: 'models.manage',
  [`${model}.changes_.transfers.$noticeId`]: 'transfers.answer',
  [`${model}.clauses_.$clause`]: 'models.manage',
  'models.datasets.$datasetId.documentation.$item': 'datasets.manage',
  [`${model}.decide`]: 'deployments.decide',
  [`${model}.conditions_.$conditionId`]: 'deployments.decide',
  [`${model}.conditions_.new`]: 'deployments.decide',
  [`${deployment}_.monitoring_.silent_.criteria`]: 'monitoring.manage',
  [`${model}.deployments_.new`]: 'deployments.manage',
  [deployment]: 'deployments.suspend',
  [`${model}._index`]: 'deployments.suspend',
  [`${deployment}_.version`]: 'deployments.manage',
  [`${deployment}_.correct`]: 'deployments.manage',
  [`${deployment}_.decide`]: 'deployments.decide',
  [`${deployment}_.tokens`]: 'deployments.manage',
  [`${deployment}_.upload`]: 'deployments.manage',
  [`${deployment}_.upload_.$uploadId`]: 'deployments.manage',
  [`${deployment}_.hooks`]: 'deployments.manage',
  [`${deployment}_.batches_.$batchId`]: 'deployments.manage',
  [`${deployment}_.batches_.$batchId_.withdraw`]: 'deployments.manage',
  'settings.account': null,
  'settings.account_.second-factor': null,
  'settings.outbox_.$mailId': 'outbox.manage',
  'settings.payment-rates': 'payment-rates.manage',
  'settings.people': 'people.manage',
  'settings.people_.$membershipId': 'people.manage',
  'settings.people_.invite': 'people.manage',
  'settings.retention_.$studyId': 'retention.manage',
  'settings.sites': 'sites.manage',
  'settings.sites_.$siteId': 'sites.manage',
  [`${study}.close`]: 'studies.edit',
  [`${study}.consent`]: 'studies.edit',
  [`${study}.design`]: 'studies.edit',
  [`${study}.export_.file`]: 'responses.export',
  [`${study}.pseudonyms`]: 'pseudonyms.open',
  [`${study}.import`]: 'responses.import',
  [`${study}.import_.$draftId`]: 'responses.import',
  [`${study}.invitations`]: 'invitations.manage',
  [`${study}.invitations_.invite`]: 'invitations.manage',
  [`${study}.links`]: 'invitations.manage',
  [`${study}.open`]: 'studies.edit',
  [`${study}.results.analyses.$analysis_.evidence`]: 'evidence.manage',
  [`${study}.results.analyses.$analysis_.reproduce`]: 'results.read',
  [`${study}.results.groups`]: 'comparisons.open',
  [`${study}.results.run`]: 'results.compute',
  [`${study}.waves`]: 'studies.edit',
  'studies.new': 'studies.edit',
};

const fileOf = (route: string) => `app/routes/_workspace.${route}/route.tsx`;
const origin = 'http://localhost:3000';
const password = 'a long enough password';
const id = '00000000-0000-4000-8000-000000000000';
const params = {
  instrumentId: id,
  number: '1',
  language: 'en',
  mailId: id,
  membershipId: id,
  metricId: id,
  alertId: id,
  studyId: id,
  siteId: id,
  draftId: id,
  suggestionId: id,
  kind: 'gripp2-short',
  activityId: id,
  panelId: id,
  memberId: id,
  stratum: id,
  promptId: id,
  roundId: id,
  contributionId: id,
  codingId: id,
  concernId: id,
  systemId: id,
  importId: id,
  deploymentId: id,
  batchId: id,
  uploadId: id,
  datasetId: id,
  section: 'use',
  code: 'F1',
  clause: 'AIA-4',
  item: 'summary',
  noticeId: id,
  auditId: id,
  place: '1',
};

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

/** The routes' modules; Vite must see the pattern as it stands. */
const modules = import.meta.glob<{ action: Action }>('../../app/routes/_workspace.*/route.tsx');

async function actionOf(route: string): Promise<Action> {
  const load = modules[`../../${fileOf(route)}`];
  if (!load) throw new Error(`there is no ${fileOf(route)}`);
  return (await load()).action;
}

/** The status of whatever the action answers with, returned or thrown. */
async function statusOf(answer: Promise<unknown>): Promise<number | undefined> {
  const result: unknown = await answer.catch((thrown: unknown) => thrown);
  if (result instanceof Response) return result.status;
  return (result as { init?: ResponseInit | null }).init?.status;
}

describeOnDatabases('an empty form', () => {
  let headers: Headers;
  let userId: string;
  let organisationId: string;

  beforeAll(async () => {
    const email = `${randomUUID()}@example.org`;
    ({ organisationId } = await createWorkspace());
    userId = await createAccount({ email, name: 'Ana', password });
    await system((tx) =>
      tx.insert(memberships).values({ organisationId, userId, role: 'auditor', allSites: true }),
    );
    const signedIn = await signIn(new Headers(), { email, password });
    if (signedIn.outcome !== 'signed-in') throw new Error('the password is right');
    headers = cookieHeaders(signedIn.cookies);
    headers.set('Origin', origin);
    await Promise.all(Object.keys(needs).map(actionOf));
  }, 180_000);

  const system = <Result>(work: Parameters<typeof withActor<Result>>[1]) =>
    withActor({ kind: 'system', organisationId: null }, work);

  /** The roles of a person are written by a member who sees all sites: themselves, here. */
  async function become(role: MemberRole): Promise<void> {
    const self = { kind: 'member', organisationId, userId, role, siteIds: null } as const;
    await withActor(self, (tx) =>
      tx
        .update(memberships)
        .set({ role })
        .where(and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId))),
    );
    expect((await requireMember(new Request(origin, { headers }))).role).toBe(role);
  }

  const post = () =>
    new Request(`${origin}/x`, { method: 'POST', headers, body: new URLSearchParams() });

  it('is known here for every route of the workspace that takes one', () => {
    const withAction = readdirSync('app/routes')
      .filter((folder) => folder.startsWith('_workspace.'))
      .map((folder) => `app/routes/${folder}/route.tsx`)
      .filter((file) => /export (async function|const) action/.test(readFileSync(file, 'utf8')));
    expect(withAction.sort()).toEqual(Object.keys(needs).map(fileOf).sort());
  });

  it.each(everybody)('of %s is refused with 403 wherever the role may not', async (role) => {
    await become(role);
    for (const [route, permission] of Object.entries(needs)) {
      if (permission === null) continue;
      const action = await actionOf(route);
      const status = await statusOf(action({ request: post(), params, context: {} }));
      if (can({ role, siteIds: null }, permission)) expect(status, route).not.toBe(403);
      else expect(status, route).toBe(403);
    }
  });

  it('of an auditor is taken for their own account, for an archive and a repeated draw, which change nothing', () => {
    const auditor = { role: 'auditor', siteIds: null } as const;
    const open = Object.entries(needs).filter(([, need]) => need === null || can(auditor, need));
    expect(open.map(([route]) => route)).toEqual([
      `${panel}.recruitment_.draws_.$number`,
      `${panel}.safeguarding_.$concernId`,
      'settings.account',
      'settings.account_.second-factor',
      `${study}.results.analyses.$analysis_.reproduce`,
    ]);
  });

  it('to close a study is not shown to a board member, whose role it is that forbids it', async () => {
    await become('board-member');
    const request = new Request(`${origin}/studies/${id}/close`, { headers });
    const page = closePage({ request, params, context: {} });
    await expect(page).rejects.toMatchObject({
      data: { code: 'forbidden' },
      init: { status: 403 },
    });
  });
});
