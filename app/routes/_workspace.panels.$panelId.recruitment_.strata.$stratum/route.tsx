import { parseWithZod } from '@conform-to/zod/v4';
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { getStratum } from '../../services/recruitment/get-stratum.server.ts';
import { removeStratum } from '../../services/recruitment/remove-stratum.server.ts';
import { saveStratum } from '../../services/recruitment/save-stratum.server.ts';
import { typedNumber } from '../../services/typed-number.ts';
import { StratumForm } from './stratum-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({
  panelId: z.uuid(),
  stratum: z.union([z.literal('new'), z.uuid()]),
});

const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}(?:[.,]\d)?$/u, 'stratum-share-wrong')
  .transform((typed) => typedNumber(typed))
  .optional();

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    revision: z.coerce.number().int(),
    question: localTextField(200, 'words-missing'),
    bands: z
      .array(
        z.object({
          id: z.string().max(40).default(''),
          label: localTextField(100),
          percent,
        }),
      )
      .max(12),
    source: z.string().trim().max(300, 'text-long').default(''),
    reason: z.string().trim().max(1000, 'text-long').default(''),
    why: z.string().trim().max(1000, 'text-long').default(''),
  }),
  z.object({ intent: z.literal('remove') }),
]);

const fieldOf = {
  'stratum-few-bands': 'bands',
  'stratum-share-missing': 'bands',
  'stratum-share-sum': 'bands',
  'stratum-source-missing': 'source',
  'stratum-reason-missing': 'reason',
  'stratum-why-missing': 'why',
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { panelId, stratum } = parseParams(params, paramsSchema);
  const stratumId = stratum === 'new' ? null : stratum;
  const page = await respond(() => getStratum(member, { panelId, stratumId }));
  const pageTitle = await panelPageTitle(request, 'recruitment', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId, stratum } = parseParams(params, paramsSchema);
  const stratumId = stratum === 'new' ? null : stratum;
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const back = `/panels/${panelId}/recruitment`;
  if (form.intent === 'remove') {
    if (stratumId === null) return redirect(back, 303);
    return submitForm(
      submission,
      () => removeStratum(member, { panelId, stratumId }),
      `${back}?done=removed`,
    );
  }
  const { revision, bands, ...words } = form;
  const used = bands.filter(({ label }) => Object.keys(label).length > 0);
  const input = {
    ...words,
    bands: used.map(({ id, label }) => ({ id, label })),
    percent: used.map((band) => band.percent ?? null),
  };
  return submitForm(
    submission,
    () => saveStratum(member, { panelId, stratumId, revision, input }),
    `${back}?done=saved`,
    fieldOf,
  );
}

export default function StratumPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('recruitment');
  const { frame, stratum, isLate } = page;
  return (
    <>
      <PanelHeader frame={frame} />
      <RefusalSummary refusal={answer?.refusal} />
      <h2>{t(stratum ? 'stratum.changeTitle' : 'stratum.newTitle')}</h2>
      <p className="muted">{t('stratum.text')}</p>
      {isLate ? <p>{t('stratum.late')}</p> : null}
      <StratumForm page={page} answer={answer} />
      {stratum && !isLate ? (
        <ConfirmDetails summary={t('stratum.remove')} consequence={t('stratum.removeText')}>
          <Form method="post">
            <TokenField />
            <Button tone="danger" name="intent" value="remove">
              {t('stratum.remove')}
            </Button>
          </Form>
        </ConfirmDetails>
      ) : null}
    </>
  );
}
