import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { StudyHeader } from '../../components/study-header.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { closeStudy } from '../../services/studies/close-study.server.ts';
import { getStudyFrame } from '../../services/studies/get-study-frame.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const frame = await respond(() => getStudyFrame(member, parseParams(params, studyParams)));
  const i18n = await translate(request);
  const status = frame.mayEdit ? 200 : 403; // the role may, but not at every site of this study
  return data({ title: i18n.t('studies:close.title'), frame }, { status });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'studies.edit');
  const { studyId } = parseParams(params, studyParams);
  await readForm(request);
  return submit(() => closeStudy(member, { studyId }), `/studies/${studyId}?done=closed`);
}

export default function CloseStudyPage() {
  const { title, frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  return (
    <>
      <StudyHeader frame={frame} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <h2>{title}</h2>
      {frame.state === 'open' && frame.mayEdit ? (
        <Form method="post">
          <TokenField />
          <Notice tone="concern" title={t('close.warning')}>
            {t('close.text')}
          </Notice>
          <Button tone="danger">{t('close.submit')}</Button>
        </Form>
      ) : (
        <p>{t(frame.mayEdit ? 'close.notOpen' : 'close.notYours')}</p>
      )}
    </>
  );
}
