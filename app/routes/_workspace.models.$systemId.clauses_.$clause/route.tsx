import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  checkClause,
  clauseCheckRefusals,
} from '../../services/register/clauses/check-clause.server.ts';
import { getClauses } from '../../services/register/clauses/get-clauses.server.ts';
import {
  optionalDay,
  optionalWords,
  revisionField,
} from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ systemId: z.uuid(), clause: z.string().max(40) });
const schema = z.object({
  appliesFrom: optionalDay,
  source: z
    .string({ error: 'evidence-missing' })
    .trim()
    .min(1, 'evidence-missing')
    .max(500, 'text-long'),
  note: optionalWords,
  checkedOn: z.iso.date('date-invalid'),
  ...revisionField,
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId, clause } = parseParams(params, paramsSchema);
  const { frame, groups, day } = await respond(() => getClauses(member, { systemId }));
  const item = groups.flatMap(({ items }) => items).find(({ code }) => code === clause);
  if (!item) throw data({ code: 'not-found' }, { status: 404 });
  const i18n = await translate(request);
  const { label, framework, source, check, dates } = item;
  const title = `${label}: ${i18n.t('clauses:check.title')}`;
  return { title, frame, day, clause: { framework, source, check, dates } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId, clause: code } = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => checkClause(member, { code, ...submission.value }),
    `/models/${systemId}/clauses?done=saved`,
    clauseCheckRefusals,
  );
}

export default function CheckClausePage() {
  const { title, frame, day, clause } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['clauses', 'models']);
  const reply = useActionData<typeof action>();
  const { check, dates, source } = clause;
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('clauses:check.text')}
      under={{ label: t('models:tab.clauses'), path: '/clauses' }}
      refusal={reply?.refusal}
    >
      <p>
        {t('clauses:source')}:{' '}
        <a href={source} rel="noreferrer" dir="ltr">
          {source}
        </a>
      </p>
      <RecordForm
        id="check"
        values={{
          appliesFrom: check ? (check.appliesFrom ?? '') : (dates[0]?.appliesFrom ?? ''),
          source: check?.source ?? source,
          note: check?.note ?? '',
          checkedOn: day,
        }}
        revision={check?.number ?? 0}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('models:save')}
        fields={[
          {
            as: 'date',
            name: 'appliesFrom',
            label: t('clauses:check.appliesFrom'),
            hint: t('clauses:check.appliesHint'),
          },
          { as: 'line', name: 'source', label: t('clauses:check.source') },
          { as: 'text', name: 'note', label: t('models:recommendation.note') },
          { as: 'date', name: 'checkedOn', label: t('clauses:check.checkedOn') },
        ]}
      />
    </SystemFormPage>
  );
}
