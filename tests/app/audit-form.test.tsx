import type { SubmissionResult } from '@conform-to/react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '#app/days.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import AuditsPage, {
  action,
  loader,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.audits/route.tsx';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { auditing } from '../services/fairness/audited-place.ts';
import { attributesOf, plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Answer = { data: { result: SubmissionResult }; init: ResponseInit | null };

const nobody = '00000000-0000-4000-8000-000000000000';

describeOnDatabases('the form that plans a fairness audit', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let params: { systemId: string; deploymentId: string };
  let right: Record<string, string>;
  const request = (form?: Record<string, string>) =>
    new Request('http://localhost:3000/x?lang=en', {
      ...{ headers: who.headers, method: form ? 'POST' : 'GET' },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId } = who;
    const owner: Member = {
      ...{ kind: 'member', organisationId, userId, role: 'model-owner', siteIds: null },
    };
    ({ ids: params } = await auditing(owner, who).here());
    const { metrics, versions } = await loader({ request: request(), params, context: {} });
    right = {
      ...{ metricId: metrics[0]?.id ?? '', versionId: versions[0]?.versionId ?? '' },
      ...{ beginning: 'version', purpose: 'Why', dueOn: addDays(today(), 9), revision: '0' },
    };
  });
  const errorsOf = async (form: Record<string, string>) => {
    const args = { request: request({ ...right, ...form }), params, context: {} };
    const reply = (await action(args)) as Response | Answer;
    if (reply instanceof Response) return { status: reply.status, error: null, reply: undefined };
    return { status: reply.init?.status, error: reply.data.result.error, reply: reply.data };
  };

  it('says in one round what no form can hold and what does not fit this place', async () => {
    const { status, error } = await errorsOf({
      ...{ purpose: '', beginning: 'day', firstDay: '2026-05-01', lastDay: '2026-04-01' },
      ...{ metricId: nobody, versionId: nobody, marginReportId: nobody, supersedesId: nobody },
      dueOn: addDays(today(), -1),
    });
    expect(status).toBe(400);
    expect(error).toEqual({
      purpose: ['audit-purpose-missing'],
      supersedesReason: ['audit-replacing-reason-missing'],
      metricId: ['audit-without-groups'],
      marginReportId: ['audit-margin-gone'],
      versionId: ['version-unknown'],
      lastDay: ['audit-period-empty'],
      dueOn: ['audit-due-past'],
      supersedesId: ['audit-superseded'],
    });
  });

  it('says all that only the place can tell, where every field has its shape', async () => {
    const { error } = await errorsOf({ beginning: 'audit', marginReportId: nobody });
    expect(error).toMatchObject({
      ...{ beginning: ['audit-none-before'], marginReportId: ['audit-margin-gone'] },
    });
    const ofVersion = await errorsOf({ lastDay: '2020-01-01', dueOn: addDays(today(), -1) });
    expect(ofVersion.error).toMatchObject({
      ...{ lastDay: ['audit-period-empty'], dueOn: ['audit-due-past'] },
    });
  });

  it('judges what stands in a field although another one cannot be read', async () => {
    const { error } = await errorsOf({ dueOn: 'soon', lastDay: '2020-01-01', metricId: '' });
    expect(error).toEqual({
      dueOn: ['date-invalid'],
      lastDay: ['audit-period-empty'],
      metricId: ['audit-metric-missing'],
    });
  });

  it('keeps what was typed, each refusal beside its field, without script', async () => {
    const { reply } = await errorsOf({ purpose: 'Is it mended?', dueOn: '2020-01-01' });
    const page = await loader({ request: request(), params, context: {} });
    const markup = renderInRouter(
      <I18nextProvider i18n={await createI18n('en')}>
        <AuditsPage />
      </I18nextProvider>,
      '?lang=en',
      reply,
      page,
    );
    expect(plainText(markup)).toContain('Choose today or a later day.');
    expect(plainText(markup)).toContain('Is it mended?');
    expect(attributesOf(markup, 'input', 'value')).toContain('2020-01-01');
  });

  it('takes what is right', async () => {
    expect((await errorsOf({})).status).toBe(303);
  });
});
