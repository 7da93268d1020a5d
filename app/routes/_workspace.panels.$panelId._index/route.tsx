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
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { closePanel } from '../../services/panels/close-panel.server.ts';
import { deletePanel } from '../../services/panels/delete-panel.server.ts';
import { getPanelOverview } from '../../services/panels/get-panel-overview.server.ts';
import { openPanel } from '../../services/panels/open-panel.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { publishOutcomes } from '../../services/panels/publish-outcomes.server.ts';
import { PanelActions } from './panel-actions.tsx';
import { PanelFacts } from './panel-facts.tsx';
import { PanelProblems } from './panel-problems.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const revision = z.coerce.number().int();
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open'), revision }),
  z.object({ intent: z.literal('close'), revision }),
  z.object({ intent: z.literal('delete') }),
  z.object({ intent: z.literal('publish'), revision }),
  z.object({ intent: z.literal('withdraw'), revision }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPanelOverview(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'overview', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const form = submission.value;
  const here = `/panels/${panelId}`;
  switch (form.intent) {
    case 'open':
      return submit(
        () => openPanel(member, { panelId, revision: form.revision }),
        `${here}?done=opened`,
      );
    case 'close':
      return submit(
        () => closePanel(member, { panelId, revision: form.revision }),
        `${here}?done=closed`,
      );
    case 'delete':
      return submit(() => deletePanel(member, { panelId }), '/panels?done=deleted');
    case 'publish':
    case 'withdraw': {
      const isPublic = form.intent === 'publish';
      return submit(
        () => publishOutcomes(member, { panelId, revision: form.revision, isPublic }),
        `${here}?done=${isPublic ? 'published' : 'withdrawn'}`,
      );
    }
  }
}

export default function PanelOverviewPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, problems } = page;
  const { t } = useTranslation('panels');
  return (
    <>
      <PanelHeader frame={frame} />
      <DoneNotice
        words={{
          created: t('done.panelCreated'),
          opened: t('done.panelOpened'),
          closed: t('done.panelClosed'),
          published: t('done.outcomesPublished'),
          withdrawn: t('done.outcomesWithdrawn'),
        }}
      />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {frame.state === 'draft' ? (
        <PanelProblems problems={problems} home={`/panels/${frame.id}`} />
      ) : null}
      <PanelFacts page={page} />
      {frame.may.manage ? (
        <PanelActions panel={page.panel} isReady={problems.length === 0} />
      ) : null}
    </>
  );
}
