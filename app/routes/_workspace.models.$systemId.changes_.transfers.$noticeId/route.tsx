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
import { ChangesFormPage } from '../../components/models/changes-form-page.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { TransferCard } from '../../components/models/transfer-card.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { answerTransfer } from '../../services/register/answer-transfer.server.ts';
import { getChanges } from '../../services/register/get-changes.server.ts';
import { reasonField } from '../../services/register/register-schema.ts';
import { transferVerdicts } from '../../services/register/register-words.ts';
import { listCountries } from '../../services/sites/list-countries.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ systemId: z.uuid(), noticeId: z.uuid() });
const schema = z.object({ verdict: z.enum(transferVerdicts, 'choice-missing'), ...reasonField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'transfers.answer');
  const { systemId, noticeId } = parseParams(params, paramsSchema);
  const { frame, transfers, mayAnswer } = await respond(() => getChanges(member, { systemId }));
  const notice = transfers?.find(({ id }) => id === noticeId);
  if (!notice) throw data({ code: 'not-found' }, { status: 404 });
  if (!mayAnswer) throw data({ code: 'forbidden' }, { status: 403 });
  const i18n = await translate(request);
  const countries = listCountries(await resolveLanguage(request));
  return {
    ...{ title: i18n.t('models:transfer.look'), frame, notice },
    countries: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'transfers.answer');
  const ids = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => answerTransfer(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/changes?done=saved`,
  );
}

export default function AnswerTransferPage() {
  const page = useLoaderData<typeof loader>();
  const { notice, countries } = page;
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <ChangesFormPage page={page} text={t('models:transfer.lookText')} reply={reply}>
      <TransferCard notice={notice} answer={null} countries={countries} />
      {notice.verdict === null ? (
        <RecordForm
          id="transfer"
          result={reply?.result ?? null}
          refusal={reply?.refusal}
          submit={t('models:save')}
          fields={[
            {
              as: 'select',
              name: 'verdict',
              label: t('models:transfer.verdict'),
              options: optionsOf(
                transferVerdicts,
                (verdict) => t(`register:transferVerdict.${verdict}`),
                t('models:system.choose'),
              ),
            },
            { as: 'text', name: 'reason', label: t('models:decision.reason') },
          ]}
        />
      ) : null}
    </ChangesFormPage>
  );
}
