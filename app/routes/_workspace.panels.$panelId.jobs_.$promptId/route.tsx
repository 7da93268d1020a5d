import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Facts } from '../../components/facts.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { getJob } from '../../services/panel-jobs/get-job.server.ts';
import { jobKindOf } from '../../services/panel-jobs/job-kinds.ts';
import { publishJob } from '../../services/panel-jobs/publish-job.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { JobReport } from './job-report.tsx';
import { PublishForm } from './publish-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const jobParams = z.object({ panelId: z.uuid(), promptId: z.uuid() });
const words = z.string().trim().max(1000, 'text-long').default('');
const schema = z.object({
  changed: localTextField(2000),
  quoted: z.array(z.uuid()).default([]),
  findings: z
    .array(
      z.object({
        ...{ itemId: z.string(), language: languageSchema, problem: words, resolution: words },
      }),
    )
    .default([]),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getJob(member, parseParams(params, jobParams)));
  return { ...page, pageTitle: await panelPageTitle(request, 'rounds', page.frame.title) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-reports.publish');
  const { panelId, promptId } = parseParams(params, jobParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { findings, ...form } = submission.value;
  const found = findings.filter(({ problem }) => problem !== '');
  return submitForm(
    submission,
    () => publishJob(member, { panelId, promptId, ...form, findings: found }),
    `/panels/${panelId}/jobs/${promptId}?done=published`,
    { 'job-change-missing': 'changed' },
  );
}

export default function JobPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, job, people, said, report } = page;
  const { t } = useTranslation('jobs');
  const { nameOf, number } = useLocal();
  const shown = useShownCount();
  const reply = useActionData<typeof action>();
  const mayPublish = frame.may.publish && job.roundState === 'closed';
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice words={{ published: t('done.published') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <h2>{t(`kind.${jobKindOf(job.about)}`)}</h2>
      <Facts items={[{ term: t('people'), value: shown(people) }]} />
      {report ? <JobReport page={{ ...page, report }} /> : null}
      <h3>{t('said')}</h3>
      {said.length === 0 ? <p className="muted">{t('nothingSaid')}</p> : null}
      <ul className="stack">
        {said.map(({ id, language, text, value }) => (
          <li key={id}>
            <p dir="auto" lang={language}>
              {value === null ? null : <strong>{number(value)} </strong>}
              {text}
            </p>
            <p className="muted">{nameOf(language)}</p>
          </li>
        ))}
      </ul>
      {mayPublish ? <PublishForm page={page} result={reply?.result ?? null} /> : null}
      {job.roundState === 'closed' ? null : <p>{t('notYet')}</p>}
    </>
  );
}
