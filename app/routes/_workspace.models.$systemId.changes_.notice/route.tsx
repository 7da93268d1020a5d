import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ChangesFormPage } from '../../components/models/changes-form-page.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { noticeFields } from '../../services/register/change-schema.ts';
import { getChanges } from '../../services/register/get-changes.server.ts';
import { recordNotice } from '../../services/register/record-notice.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { changeKinds } from '../../services/register/register-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(noticeFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const page = await respond(() => getChanges(member, parseParams(params, systemParams)));
  const i18n = await translate(request);
  return { title: i18n.t('models:change.addNotice'), frame: page.frame, day: page.day };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => recordNotice(member, { systemId, ...submission.value }),
    ({ verdict }) => `/models/${systemId}/changes?done=${verdict}`,
  );
}

export default function ChangeNoticePage() {
  const page = useLoaderData<typeof loader>();
  const { day } = page;
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <ChangesFormPage page={page} text={t('models:change.noticeText')} reply={reply}>
      <RecordForm
        id="notice"
        values={{ receivedOn: day }}
        result={reply?.result ?? null}
        submit={t('models:save')}
        fields={[
          {
            as: 'checkboxes',
            name: 'kinds',
            label: t('models:change.kinds'),
            options: optionsOf(changeKinds, (kind) => t(`register:change.${kind}`)),
          },
          { as: 'text', name: 'summary', label: t('models:change.summary') },
          { as: 'line', name: 'newVersion', label: t('models:change.newVersion'), dir: 'ltr' },
          {
            as: 'text',
            name: 'values',
            label: t('models:change.values'),
            hint: t('models:change.valuesHint'),
            dir: 'ltr',
          },
          { as: 'date', name: 'receivedOn', label: t('models:change.receivedOn') },
          { as: 'date', name: 'effectiveOn', label: t('models:change.effectiveOn') },
        ]}
      />
    </ChangesFormPage>
  );
}
