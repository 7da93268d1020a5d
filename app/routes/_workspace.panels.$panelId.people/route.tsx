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
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { getPeople } from '../../services/panel-people/get-people.server.ts';
import { markTold } from '../../services/panel-people/mark-told.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { NeedMeanings } from './need-meanings.tsx';
import { PeopleTable } from './people-table.tsx';
import { ToTell } from './to-tell.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({ intent: z.literal('told'), askingId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getPeople(member, parseParams(params, panelParams)));
  return { pageTitle: await panelPageTitle(request, 'people', page.frame.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-members.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { askingId } = submission.value;
  return submit(
    () => markTold(member, { panelId, askingId }),
    `/panels/${panelId}/people?done=told`,
  );
}

export default function PeoplePage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('recruitment');
  const { frame, people, toTell } = page;
  const add =
    frame.state === 'open' ? (
      <LinkButton tone="primary" to={`/panels/${frame.id}/people/new`}>
        {t('people.add')}
      </LinkButton>
    ) : undefined;
  return (
    <>
      <PanelHeader frame={frame} action={add} />
      <DoneNotice words={{ told: t('people.done.told') }} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {toTell.length > 0 ? <ToTell toTell={toTell} panelId={frame.id} /> : null}
      {people.length === 0 ? (
        <EmptyState
          title={t('people.emptyTitle')}
          text={t('people.emptyText')}
          action={<LinkButton to={`/panels/${frame.id}/recruitment`}>{t('ways.title')}</LinkButton>}
        />
      ) : (
        <>
          <p className="muted">{t('people.text', { minutes: page.minutesPerQuarter })}</p>
          <PeopleTable page={page} />
          <NeedMeanings needs={people.flatMap(({ needs }) => needs)} />
        </>
      )}
    </>
  );
}
