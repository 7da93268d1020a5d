import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getPanelSettings } from '../../services/panels/get-panel-settings.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { panelRefusals, panelSettingsFields } from '../../services/panels/panel-schema.ts';
import { savePanelSettings } from '../../services/panels/save-panel-settings.server.ts';
import { SettingsFacts } from './settings-facts.tsx';
import { SettingsForm } from './settings-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object(panelSettingsFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPanelSettings(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'settings', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => savePanelSettings(member, { panelId, ...submission.value }),
    `/panels/${panelId}/settings?done=saved`,
    panelRefusals,
  );
}

export default function PanelSettingsPage() {
  const page = useLoaderData<typeof loader>();
  const { frame } = page;
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  const isEditable = frame.may.manage && frame.state !== 'closed';
  return (
    <>
      <PanelHeader frame={frame} />
      <SettingsTabs panelId={frame.id} current="general" />
      <DoneNotice words={{ saved: t('done.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      {isEditable ? (
        <SettingsForm page={page} result={reply?.result ?? null} refusal={reply?.refusal} />
      ) : (
        <SettingsFacts page={page} />
      )}
    </>
  );
}
