import { randomUUID } from 'node:crypto';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import FinishActionPage, {
  loader,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.audits_.$auditId_.actions.$place/route.tsx';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { fairnessAuditRuns, fairnessAudits } from '#db/schema/fairness-audit.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem } from '../services/register/new-system.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

describeOnDatabases('the page on which an action of an audit is done', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let ids: { systemId: string; deploymentId: string };

  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId, siteIds } = who;
    const owner: Member = {
      ...{ kind: 'member', organisationId, userId, role: 'model-owner', siteIds: null },
    };
    ids = await newSystem(owner, siteIds[0] ?? '');
  });

  async function carriedOut(number: number, supersedesId: string | null) {
    const { organisationId } = who;
    const auditId = randomUUID();
    await withActor({ kind: 'system', organisationId }, async (tx) => {
      await tx.insert(fairnessAudits).values({
        ...{ organisationId, deploymentId: ids.deploymentId, id: auditId, number, planNumber: 1 },
        ...{ metric: 'override', groups: [], purpose: 'x', dueOn: today(), plannedBy: 'x' },
        ...{ supersedesId, supersedesReason: supersedesId === null ? '' : 'x' },
      });
      await tx.insert(fairnessAuditRuns).values({
        ...{ organisationId, auditId, asOf: new Date(), ranOn: addDays(today(), -20) },
        ...{ actions: [{ action: 'Ask the supplier', dueOn: today() }], verdicts: [] },
        ...{ carriedOutBy: 'x', evidenceHash: 'x', codeVersion: 'x', conclusion: 'A gap' },
        ...{ nextDueOn: addDays(today(), 300), recordedBy: 'x' },
      });
    });
    return auditId;
  }

  async function open(auditId: string) {
    const request = new Request('http://localhost:3000/x?lang=en', { headers: who.headers });
    const params = { ...ids, auditId, place: '1' };
    const page = await loader({ request, params, context: {} });
    const element = (
      <I18nextProvider i18n={await createI18n('en')}>
        <FinishActionPage />
      </I18nextProvider>
    );
    return { markup: renderInRouter(element, '?lang=en', undefined, page), title: page.pageTitle };
  }

  it('leads back to the audit, names it, and asks for nothing once another took its place', async () => {
    const first = await carriedOut(1, null);
    const home = `/models/${ids.systemId}/deployments/${ids.deploymentId}/monitoring/audits`;
    const before = await open(first);
    expect(before.title).toBe('Record that it is done · Fairness audit 1');
    expect(before.markup).toContain(`href="${home}/${first}"`);
    expect(before.markup).toContain('name="doneBy"');
    await carriedOut(2, first);
    const after = await open(first);
    expect(after.markup).toContain('Audit 2 has taken its place.');
    expect(after.markup).not.toContain('name="doneBy"');
  });
});
