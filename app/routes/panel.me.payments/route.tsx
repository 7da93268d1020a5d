import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { useMoney } from '../../components/panel/use-money.ts';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { answerPayment } from '../../services/taking-part/answer-payment.server.ts';
import { getOwnPayments } from '../../services/taking-part/get-me.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  paymentId: z.uuid(),
  revision: z.coerce.number().int(),
  state: z.enum(['accepted', 'declined']),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('me.payments'));
  const payments = await getOwnPayments(reader);
  return { frame: reader.frame, title, payments, note: reader.panel.benefitsNote };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const answer = submission.value;
  return submit(() => answerPayment(reader, answer), `/panel/me/payments?done=${answer.state}`);
}

type Payment = Awaited<ReturnType<typeof getOwnPayments>>[number];

export default function PaymentsPage() {
  const { frame, payments, note } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const words = { accepted: t('payments.done.accepted'), declined: t('payments.done.declined') };
  return (
    <PanelShell frame={frame} current="me">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={words} />
      <h1>{t('me.payments')}</h1>
      <p>{payments.length === 0 ? t('payments.none') : t('payments.choice')}</p>
      <p>{t('payments.benefits')}</p>
      <Paragraphs text={note} />
      {payments.map((payment) => (
        <PaymentCard key={payment.id} payment={payment} />
      ))}
    </PanelShell>
  );
}

function PaymentCard({ payment }: { payment: Payment }) {
  const { t } = useTranslation('panel');
  const { date } = useLocal();
  const money = useMoney();
  return (
    <section className="panel-card">
      <h2>{money(payment.amountMinor, payment.currency)}</h2>
      <p>
        {t(`payments.kind.${payment.kind}`)}: <bdi>{payment.description}</bdi>
      </p>
      <p>{t('payments.offeredOn', { day: date(payment.offeredOn) })}</p>
      {payment.state === 'accepted' && <p>{t('payments.accepted')}</p>}
      {payment.state === 'declined' && <p>{t('payments.declined')}</p>}
      {payment.state === 'paid' && (
        <p>{t('payments.paid', { day: payment.paidOn === null ? '' : date(payment.paidOn) })}</p>
      )}
      {payment.state === 'offered' && (
        <form method="post">
          <TokenField />
          <input type="hidden" name="paymentId" value={payment.id} />
          <input type="hidden" name="revision" value={payment.revision} />
          <div className="actions">
            <Button name="state" value="accepted">
              {t('payments.accept')}
            </Button>
            <Button name="state" value="declined" tone="secondary">
              {t('payments.decline')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
