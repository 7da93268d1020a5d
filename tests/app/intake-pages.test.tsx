import type { FunctionComponent } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import TokensPage, {
  loader as loadTokens,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.tokens/route.tsx';
import UploadPage, {
  action as upload,
  loader as loadUpload,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.upload/route.tsx';
import DryRunPage, {
  loader as loadDryRun,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.upload_.$uploadId/route.tsx';
import MetricPage, {
  action as saveMetric,
  loader as loadMetric,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.plan_.metrics.$metricId/route.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import errors from '#app/i18n/en/errors.json' with { type: 'json' };
import words from '#app/i18n/en/intake.json' with { type: 'json' };
import { startPlan } from '#app/services/monitoring/start-plan.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine, overrides } from '#tests/support/machine.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { newSystem } from '#tests/services/register/new-system.ts';
import { attributesOf, plainText, textsOf } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Loader = (args: { request: Request; params: object; context: object }) => Promise<object>;

/** Signs that keep the direction of what stands in a sentence. */
const withoutIsolates = (text: string) => text.replaceAll(/[\u2066-\u2069]/gu, '');

describeOnDatabases('pages of the intake', () => {
  let headers: Headers;
  let owner: Member;
  let place: { systemId: string; deploymentId: string };
  beforeAll(async () => {
    const who = await signedInAs('model-owner');
    const { organisationId, userId } = who;
    ({ headers } = who);
    owner = {
      ...{ kind: 'member', organisationId, userId },
      ...{ role: 'model-owner', siteIds: null },
    };
    place = await newSystem(owner, who.siteIds[0] ?? '');
  });

  const requestOf = (body?: BodyInit) =>
    new Request('http://localhost:3000/x?lang=en', {
      ...{ headers },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
  async function open(Page: FunctionComponent, load: unknown, more: object = {}, answer?: object) {
    const args = { request: requestOf(), params: { ...place, ...more }, context: {} };
    const page = await (load as Loader)(args);
    const i18n = await createI18n('en');
    return renderInRouter(
      <I18nextProvider i18n={i18n}>
        <Page />
      </I18nextProvider>,
      ...(['?lang=en', answer, page] as const),
    );
  }
  const formOf = (fields: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const answerTo = async (action: unknown, form: FormData, more: object = {}) => {
    const args = { request: requestOf(form), params: { ...place, ...more }, context: {} };
    return (await (action as Loader)(args)) as { data?: object; headers?: Headers };
  };

  it('ask for a file again when anything else was refused, and keep all that was typed', async () => {
    const typed = { version: '1.0', comment: 'Late entries', n: '12' };
    const file = new File(['# EOF'], 'scrapes.txt');
    const reply = await answerTo(upload, formOf({ ...typed, file, format: 'openmetrics' }));
    const page = await open(UploadPage, loadUpload, {}, reply.data);
    const links = textsOf(page, 'a').filter((_, at) =>
      attributesOf(page, 'a', 'href')[at]?.startsWith('#'),
    );
    expect(links).toEqual([errors['file-again'], errors['start-missing'], errors['end-missing']]);
    expect(attributesOf(page, 'input', 'value')).toEqual(
      expect.arrayContaining(Object.values(typed)),
    );
    expect(page).toMatch(
      /<option[^>]*value="openmetrics"[^>]*selected|selected[^>]*value="openmetrics"/u,
    );
    const none = await answerTo(
      upload,
      formOf({ ...typed, file: new File([], ''), format: 'csv' }),
    );
    const without = await open(UploadPage, loadUpload, {}, none.data);
    expect(plainText(without)).toContain(errors['upload-missing']);
    expect(plainText(without)).not.toContain(errors['file-again']);
    expect(plainText(await open(UploadPage, loadUpload))).not.toContain(errors['file-again']);
  });

  it('show of quantiles all that would be stored, beside what stands, and that far fewer cases are rarely meant', async () => {
    const machine = await createMachine(owner, place);
    const wait = { metric: 'wait', kind: 'quantiles', period: overrides().period };
    const stands = { ...wait, n: 100, median: 12, q1: 8, q3: 20, method: 'exact' };
    const sent = { deployment: machine.deployment, model_version: '1.0', records: [stands] };
    expect((await machine.send(sent)).status).toBe(201);
    const heading = 'period_start,period_end,metric,median,q1,q3,p95,n,kind';
    const table = `${heading}\n2026-04-01,2026-05-01,wait,12,8,21,44,40,quantiles`;
    const file = new File([table], 'waits.csv');
    const reply = await answerTo(upload, formOf({ version: '1.0', file, format: 'csv' }));
    const uploadId = reply.headers?.get('Location')?.split('/').at(-1) ?? '';
    const page = await open(DryRunPage, loadDryRun, { uploadId });
    const cells = textsOf(page, 'td').map(withoutIsolates);
    expect(cells).toContain(
      'Median: 12 · lower quartile: 8 · upper quartile: 21 · 95th percentile: 44 · cases: 40',
    );
    expect(cells).toContain(
      'Median: 12 · lower quartile: 8 · upper quartile: 20 · cases: 100 · method: exact',
    );
    const [before] = words.dryRun.fewer.split('{{from}}');
    const said = (before ?? '').replace('{{metric}}', 'wait').replace('{{group}}', 'Everybody');
    expect(withoutIsolates(plainText(page))).toContain(said);
  });

  it('name the state of a token, and who is revoked', async () => {
    await createMachine(owner, place);
    const page = await open(TokensPage, loadTokens);
    expect(textsOf(page, 'td').join(' ')).toContain('Active');
    expect(textsOf(page, 'button').map(withoutIsolates)).toContain('Revoke “Count job”');
    expect(attributesOf(page, 'input', 'name')).toContain('tokenId');
  });

  it('list the codes of a metric that was planned without its part', async () => {
    await startPlan(owner, place);
    const form = { intent: 'save', metric: 'override-reason', revision: '1', cadence: 'month' };
    const rest = { tier: 'board', direction: 'neutral', chart: 'automatic' };
    const reply = await answerTo(saveMetric, formOf({ ...form, ...rest }), { metricId: 'new' });
    const page = await open(MetricPage, loadMetric, { metricId: 'new' }, reply.data);
    expect(plainText(page)).toContain(errors['part-missing']);
    expect(withoutIsolates(plainText(page))).toContain(
      'One of: wrong-for-patient, already-addressed',
    );
    const fresh = await open(MetricPage, loadMetric, { metricId: 'new' });
    expect(plainText(fresh)).not.toContain('wrong-for-patient');
  });
});
