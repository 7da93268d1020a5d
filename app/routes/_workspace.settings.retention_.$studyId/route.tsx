import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { localText } from '#surveys/model/languages.ts';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RetentionStatus } from '../../components/retention-status.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { can } from '../../permissions.ts';
import { changeRetention, setHold } from '../../services/retention/change-retention.server.ts';
import { getRetentionSchedule } from '../../services/retention/list-retention.server.ts';
import { today } from '../../today.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { DeletionTable } from './deletion-table.tsx';
import { HoldForm } from './hold-form.tsx';
import { ScheduleForm } from './schedule-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const months = z.coerce
  .number({ error: 'months-missing' })
  .int('months-range')
  .min(1, 'months-range')
  .max(600, 'months-range');
const reason = z.string({ error: 'reason-missing' }).trim().min(1, 'reason-missing');
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('schedule'), months }),
  z.object({ intent: z.literal('hold'), reason: reason.max(500, 'reason-long') }),
  z.object({ intent: z.literal('release') }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const page = await respond(() => getRetentionSchedule(member, studyId, today()));
  const title = localText(page.study.title, await resolveLanguage(request), 'en');
  return { ...page, title, canManage: can(member, 'retention.manage') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'retention.manage');
  const { studyId: id } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const form = submission.value;
  const page = `/settings/retention/${id}`;
  switch (form.intent) {
    case 'schedule':
      await respond(() => changeRetention(member, id, form.months));
      return redirect(`${page}?done=saved`, 303);
    case 'hold':
      await respond(() => setHold(member, id, form.reason));
      return redirect(`${page}?done=held`, 303);
    case 'release':
      await respond(() => setHold(member, id, null));
      return redirect(`${page}?done=released`, 303);
  }
}

export default function StudyRetentionPage() {
  const { study, records, canManage } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('settings');
  const language = toLanguage(i18n.language);
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.['intent'];
  const breadcrumbs = [{ label: t('retention.title'), href: '/settings/retention' }];
  const isOpen = canManage && study.status !== 'deleted';
  return (
    <>
      <PageHeader
        title={localText(study.title, language, 'en')}
        breadcrumbs={breadcrumbs}
        breadcrumbsLabel={t('title')}
        tag={<RetentionStatus status={study.status} date={study.date} />}
      />
      {result ? null : (
        <DoneNotice
          words={{
            saved: t('retention.done.saved'),
            held: t('retention.done.held'),
            released: t('retention.done.released'),
          }}
        />
      )}
      {isOpen ? (
        <ScheduleForm
          key={`${study.months} ${intent === 'schedule'}`}
          months={study.months}
          result={intent === 'schedule' ? result : undefined}
        />
      ) : (
        <p>{t('retention.monthsValue', { count: study.months })}</p>
      )}
      <HoldForm
        hold={study.hold}
        canManage={isOpen}
        result={intent === 'hold' ? result : undefined}
      />
      <DeletionTable records={records} />
    </>
  );
}
