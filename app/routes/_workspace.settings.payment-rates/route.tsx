import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { currencyField } from '../../services/currency-field.ts';
import { moneyText } from '../../services/minor-units.ts';
import { addPaymentRate } from '../../services/payments/add-payment-rate.server.ts';
import { listPaymentRates } from '../../services/payments/list-payment-rates.server.ts';
import { amountField, dayField, rateUnits } from '../../services/payments/payment-fields.ts';
import { RateForm } from './rate-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  role: z.string({ error: 'rate-role-missing' }).trim().min(1).max(100, 'name-long'),
  unit: z.enum(rateUnits, 'choice-missing'),
  amount: amountField,
  currency: currencyField,
  validFrom: dayField,
  source: z.string({ error: 'rate-source-missing' }).trim().min(1).max(300, 'text-long'),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listPaymentRates(member));
  const i18n = await translate(request);
  return { title: i18n.t('recruitment:rates.title'), ...page };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'payment-rates.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => addPaymentRate(member, submission.value),
    '/settings/payment-rates?done=added',
  );
}

const tones = { now: 'good', later: 'concern', earlier: 'neutral' } as const;

export default function PaymentRatesPage() {
  const { title, rates, mayAdd } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { date, language } = useLocal();
  return (
    <>
      <PageHeader title={title} subtitle={t('rates.text')} />
      <DoneNotice words={{ added: t('rates.done') }} />
      <RefusalSummary refusal={answer?.refusal} />
      {rates.length === 0 ? (
        <EmptyState title={t('rates.emptyTitle')} text={t('rates.emptyText')} />
      ) : (
        <DataTable
          id="rates"
          caption={t('rates.title')}
          captionHidden
          columns={[
            { key: 'role', label: t('rates.role') },
            { key: 'amount', label: t('rates.amount'), numeric: true },
            { key: 'from', label: t('rates.validFrom') },
            { key: 'holds', label: t('people.state') },
            { key: 'source', label: t('rates.source') },
          ]}
          rows={rates.map((rate) => ({
            key: rate.id,
            cells: {
              role: rate.role,
              amount: t('rates.per', {
                amount: moneyText(rate.amountMinor, rate.currency, language),
                unit: t(`rates.unit.${rate.unit}`),
              }),
              from: date(rate.validFrom),
              holds: <Tag tone={tones[rate.holds]} text={t(`rates.holds.${rate.holds}`)} />,
              source: <bdi>{rate.source}</bdi>,
            },
          }))}
        />
      )}
      {mayAdd ? <RateForm key={rates.length} result={answer?.result} /> : null}
    </>
  );
}
