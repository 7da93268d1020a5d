import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { getPayments } from '../../services/payments/get-payments.server.ts';
import { movePayment } from '../../services/payments/move-payment.server.ts';
import { offerPayment } from '../../services/payments/offer-payment.server.ts';
import { paymentForm } from '../../services/payments/payment-form.ts';
import { saveBenefitsNote } from '../../services/payments/save-benefits-note.server.ts';
import { BenefitsNote } from './benefits-note.tsx';
import { ExpensesForm, OfferForm } from './offer-forms.tsx';
import { PaymentFacts } from './payment-facts.tsx';
import { PaymentTable } from './payment-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPayments(member, parseParams(params, panelParams)));
  return { pageTitle: await panelPageTitle(request, 'payments', page.frame.title), ...page };
}

const fieldOf = {
  'payment-no-rate': 'day',
  'date-in-future': 'day',
  'cost-wrong': 'amount',
  'payment-person-unknown': 'memberId',
} as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-payments.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema: paymentForm });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const done = (what: string) => `/panels/${panelId}/payments?done=${what}`;
  switch (form.intent) {
    case 'payment': {
      const { rate, intent: kind, ...rest } = form;
      return submitForm(
        submission,
        () => offerPayment(member, { panelId, kind, ...rest, ...rate }),
        done('offered'),
        fieldOf,
      );
    }
    case 'expenses': {
      const { intent: kind, ...rest } = form;
      return submitForm(
        submission,
        () => offerPayment(member, { panelId, kind, ...rest }),
        done('offered'),
        fieldOf,
      );
    }
    case 'accepted':
    case 'declined':
    case 'paid': {
      const { intent: to, ...payment } = form;
      return submitForm(
        submission,
        () => movePayment(member, { panelId, to, ...payment }),
        done(to),
      );
    }
    case 'note': {
      const { revision, note } = form;
      return submitForm(
        submission,
        () => saveBenefitsNote(member, { panelId, revision, note }),
        done('note'),
      );
    }
  }
}

export default function PaymentsPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { frame, payments, mayManage, people, rates } = page;
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          offered: t('payments.done.offered'),
          accepted: t('payments.done.answered'),
          declined: t('payments.done.answered'),
          paid: t('payments.done.paid'),
          note: t('payments.done.note'),
        }}
      />
      <RefusalSummary refusal={answer?.refusal} />
      <p className="muted">{t('payments.text')}</p>
      {payments.length === 0 ? (
        <EmptyState title={t('payments.emptyTitle')} text={t('payments.emptyText')} />
      ) : (
        <>
          <PaymentFacts page={page} />
          <PaymentTable page={page} />
          {mayManage ? (
            <p>
              <a href={`/panels/${frame.id}/payments/file`}>{t('payments.download')}</a>
            </p>
          ) : null}
        </>
      )}
      <DisclosureNote title={t('payments.rightTitle')}>{t('payments.right')}</DisclosureNote>
      {mayManage && people.length > 0 ? (
        <>
          {rates.length === 0 ? (
            <p>
              {t('payments.noRates')} <Link to="/settings/payment-rates">{t('rates.title')}</Link>
            </p>
          ) : (
            <OfferForm page={page} answer={answer} />
          )}
          <ExpensesForm page={page} answer={answer} />
        </>
      ) : null}
      <BenefitsNote page={page} answer={answer} />
    </>
  );
}
