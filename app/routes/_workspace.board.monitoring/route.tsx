import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { OverdueConditions } from '../../components/models/overdue-conditions.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { Renewal } from '../../components/monitoring/renewal.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { declareBudget } from '../../services/monitoring/declare-budget.server.ts';
import { getBoardMonitoring } from '../../services/monitoring/get-board-monitoring.server.ts';
import { getMonitoringReader } from '../../services/monitoring/monitoring-reader.server.ts';
import { planFields } from '../../services/monitoring/plan-schema.ts';
import { reasonField, revisionField } from '../../services/register/register-schema.ts';
import { Budget } from './budget.tsx';
import { PlaceTable } from './place-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  falseAlarmsAYear: planFields.falseAlarmsAYear,
  ...reasonField,
  ...revisionField,
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getMonitoringReader(request);
  const page = await respond(() => getBoardMonitoring(member, reader));
  return { pageTitle: reader.t('board.title'), ...page };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'alarm-budget.declare');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => declareBudget(member, submission.value),
    '/board/monitoring?done=saved',
  );
}

export default function BoardMonitoringPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const late = page.rows.filter(({ isFresh }) => !isFresh).length;
  return (
    <>
      <PageHeader
        title={t('board.title')}
        subtitle={t('board.subtitle')}
        action={<LinkButton to="/models/alerts">{t('board.alerts')}</LinkButton>}
      />
      <DoneNotice words={{ saved: t('plan.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <Renewal isLate={late > 0} text={t('board.renewal', { places: number(late) })} />
      <OverdueConditions overdue={page.overdue} />
      <PlaceTable rows={page.rows} />
      <Budget page={page} />
      {page.mayDeclare ? (
        <section className="card stack" aria-labelledby="declare">
          <h2 id="declare">{t('board.declare')}</h2>
          <RecordForm
            id="budget"
            revision={page.budgets[0]?.number ?? 0}
            result={reply?.result ?? null}
            refusal={reply?.refusal}
            submit={t('baseline.submit')}
            fields={[
              {
                ...{ as: 'number', name: 'falseAlarmsAYear', label: t('plan.budget') },
                hint: t('plan.budgetHint'),
              },
              { as: 'text', name: 'reason', label: t('baseline.reason') },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}
