import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SpokenWords } from '../../components/spoken-words.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { AnswerText } from '../../components/themes/answer-text.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { sentValue } from '../../components/themes/sent-value.ts';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { answerFlag } from '../../services/themes/answer-flag.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import { getFlagsPage } from '../../services/themes/get-flags-page.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const schema = z.object({
  flagId: z.uuid(),
  answer: z.string({ error: 'answer-missing' }).trim().min(1, 'answer-missing').max(2000),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getFlagsPage(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'flags', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'themes.manage');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => answerFlag(member, { ...ids, ...submission.value }),
    `/panels/${ids.panelId}/themes/${ids.codingId}/flags?done=answered`,
  );
}

export default function FlagsPage() {
  const { frame, coding, flags } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { date } = useLocal();
  const reply = useActionData<typeof action>();
  const fields = { answer: `answer-${sentValue(reply?.result.initialValue, 'flagId')}` };
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <FormProblems
        error={reply?.result.error}
        refused={reply?.refusal !== undefined}
        fields={fields}
      />
      <DoneNotice words={{ answered: t('done.flagAnswered') }} />
      <p className="muted">{t('flag.text')}</p>
      {flags.length === 0 ? (
        <EmptyState
          title={t('flag.emptyTitle')}
          text={t('flag.emptyText')}
          action={<Link to={home}>{t('page.code')}</Link>}
        />
      ) : null}
      <ul className="stack plain-list">
        {flags.map((flag) => (
          <li key={flag.id} className="card stack">
            <h3 dir="auto">{flag.reason}</h3>
            <p className="muted">
              {t('flag.by', {
                who: flag.by ?? t('flag.person'),
                day: date(flag.raisedOn),
              })}
            </p>
            {flag.words === null ? null : (
              <SpokenWords text={flag.words} language={flag.language ?? 'en'} />
            )}
            {flag.heldOn === null ? null : <Notice tone="concern">{t('flag.held')}</Notice>}
            {flag.answer === null ? (
              frame.may.manageThemes ? (
                <Form method="post" noValidate className="stack">
                  <TokenField />
                  <input type="hidden" name="flagId" value={flag.id} />
                  <TextareaField
                    id={`answer-${flag.id}`}
                    name="answer"
                    label={t('flag.answer')}
                    hint={t('flag.answerHint')}
                    required
                    maxLength={2000}
                  />
                  <ConfirmDetails
                    summary={t('flag.answerButton')}
                    consequence={t('flag.answerText')}
                  >
                    <Button tone="danger">{t('flag.answerButton')}</Button>
                  </ConfirmDetails>
                </Form>
              ) : (
                <p>{t('flag.open')}</p>
              )
            ) : (
              <AnswerText answer={flag.answer} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
