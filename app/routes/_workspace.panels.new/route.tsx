import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { createPanel } from '../../services/panels/create-panel.server.ts';
import { getPanelChoices } from '../../services/panels/get-panel-choices.server.ts';
import { newPanelFields, panelRefusals } from '../../services/panels/panel-schema.ts';
import { NewPanelForm } from './new-panel-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const searchSchema = z.object({ activity: z.uuid().nullable().catch(null) });
const schema = z.object(newPanelFields);

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const choices = await respond(() => getPanelChoices(member));
  const i18n = await translate(request);
  const { activity } = searchOf(request, searchSchema);
  return { title: i18n.t('panels:new.title'), activityId: activity, ...choices };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => createPanel(member, submission.value),
    ({ panelId }) => `/panels/${panelId}?done=created`,
    panelRefusals,
  );
}

export default function NewPanelPage() {
  const { title, ...choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('new.text')}
        breadcrumbs={[{ label: t('title'), href: '/panels' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {choices.activities.length === 0 ? (
        <EmptyState
          title={t('new.noActivity')}
          text={t('new.noActivityText')}
          action={
            <LinkButton to="/activities/new" tone="primary">
              {t('activities.create')}
            </LinkButton>
          }
        />
      ) : (
        <NewPanelForm {...choices} result={reply?.result ?? null} />
      )}
    </>
  );
}
