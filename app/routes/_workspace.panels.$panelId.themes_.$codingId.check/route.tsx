import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TextField } from '../../components/text-field.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { FormProblems } from '../../components/themes/form-problems.tsx';
import { sentValue } from '../../components/themes/sent-value.ts';
import { ProblemList } from '../../components/themes/problem-list.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { answerReply } from '../../services/themes/answer-reply.server.ts';
import { closeCheck } from '../../services/themes/close-check.server.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import {
  getCheckPage,
  type CheckPage as Page,
} from '../../services/themes/get-check-page.server.ts';
import { openCheck } from '../../services/themes/open-check.server.ts';
import { ReplyList } from './reply-list.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const words = z.string().trim().max(2000, 'text-long').default('');
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open'), closesOn: z.iso.date('check-ends-before') }),
  z.object({ intent: z.literal('close') }),
  z.object({
    intent: z.literal('answer'),
    ...{ memberId: z.uuid(), replyId: z.uuid(), printed: words },
    answer: z.string({ error: 'answer-missing' }).trim().min(1, 'answer-missing').max(2000),
  }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page: Page = await respond(() => getCheckPage(member, parseParams(params, codingParams)));
  return { pageTitle: await themesPageTitle(request, 'check', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-reports.publish');
  const ids = parseParams(params, codingParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  const work = () => {
    if (form.intent === 'open') return openCheck(member, { ...ids, ...form });
    if (form.intent === 'close') return closeCheck(member, ids);
    return answerReply(member, { ...ids, ...form });
  };
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}/check`;
  return submitForm(submission, work, `${home}?done=${form.intent}`);
}

function CheckForms({ page, home }: { page: Page; home: string }) {
  const { t } = useTranslation('themes');
  const { date, number } = useLocal();
  const { problems, coding, today } = page;
  const isOpen = coding.checkOpenedOn !== null && coding.checkClosedOn === null;
  if (isOpen) {
    return (
      <ConfirmDetails
        summary={t('check.close')}
        consequence={t('check.closeText', {
          ...{ day: date(coding.checkClosesOn ?? '') },
          ...{ replies: number(page.replies.length), asked: number(page.asked) },
        })}
      >
        <Form method="post" noValidate>
          <TokenField />
          <Button tone="danger" name="intent" value="close">
            {t('check.close')}
          </Button>
        </Form>
      </ConfirmDetails>
    );
  }
  if (problems.length > 0) {
    return (
      <Notice tone="concern" title={t('check.notReady')}>
        <ProblemList problems={problems} home={home} />
      </Notice>
    );
  }
  return (
    <Form method="post" noValidate className="stack card">
      <TokenField />
      <TextField
        id="closesOn"
        name="closesOn"
        type="date"
        label={t('check.until')}
        min={today}
        required
      />
      <div>
        <Button name="intent" value="open">
          {t(coding.checkOpenedOn === null ? 'check.open' : 'check.openAgain')}
        </Button>
      </div>
    </Form>
  );
}

export default function CheckPage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, replies, asked } = page;
  const { t } = useTranslation('themes');
  const { date, number } = useLocal();
  const reply = useActionData<typeof action>();
  const memberId = sentValue(reply?.result.initialValue, 'memberId');
  const fields = {
    closesOn: 'closesOn',
    answer: `answer-${memberId}`,
    printed: `printed-${memberId}`,
  };
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
      <DoneNotice
        words={{
          ...{ open: t('done.checkOpened'), close: t('done.checkClosed') },
          answer: t('done.replyAnswered'),
        }}
      />
      <p className="muted">{t(coding.source === 'survey' ? 'check.ofSurvey' : 'check.text')}</p>
      {coding.checkOpenedOn === null ? null : (
        <p>
          {coding.checkClosedOn === null
            ? t('check.isOpen', {
                ...{ from: date(coding.checkOpenedOn), to: date(coding.checkClosesOn ?? '') },
              })
            : t('check.isClosed', { day: date(coding.checkClosedOn) })}{' '}
          {t('check.count', { replies: number(replies.length), asked: number(asked) })}
        </p>
      )}
      {page.byHand > 0 && frame.may.publish ? (
        <p className="muted">{t('check.byHand', { n: number(page.byHand) })}</p>
      ) : null}
      {frame.may.publish && coding.source === 'panel' ? (
        <CheckForms page={page} home={home} />
      ) : null}
      <ReplyList replies={replies} mayAnswer={frame.may.publish} />
    </>
  );
}
