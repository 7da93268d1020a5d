import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { TabsNav } from '../../components/tabs-nav.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { moderationPageTitle } from '../../i18n/moderation-title.server.ts';
import { contributionStates } from '../../services/contributions/contribution-names.ts';
import { listContributionsOf } from '../../services/contributions/list-contributions.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { ContributionPages } from './contribution-pages.tsx';
import { ContributionTable } from './contribution-table.tsx';
import { ReasonTable } from './reason-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const search = z.object({
  state: z.enum(contributionStates).nullable().catch(null),
  page: z.coerce.number().int().min(1).catch(1),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { panelId } = parseParams(params, panelParams);
  const asked = { panelId, ...searchOf(request, search) };
  const page = await respond(() => listContributionsOf(member, asked));
  return {
    pageTitle: await moderationPageTitle(request, 'contributions', page.frame.title),
    ...page,
  };
}

function OtherPages({ home, appeals, may }: { home: string; appeals: number; may: May }) {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  const appealsLabel = t('list.stateCount', { state: t('page.appeals'), n: number(appeals) });
  return (
    <div className="button-row">
      {may.enter ? <LinkButton to={`${home}/enter`}>{t('page.enter')}</LinkButton> : null}
      {may.moderate ? <LinkButton to={`${home}/appeals`}>{appealsLabel}</LinkButton> : null}
      <LinkButton to={`${home}/safeguarding`}>{t('page.safeguarding')}</LinkButton>
    </div>
  );
}

type May = { moderate: boolean; enter: boolean; translate: boolean };

export default function ContributionsPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, contributions, state, states, may } = page;
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  const home = `/panels/${frame.id}`;
  const tabs = states.map((one) => ({
    label: t('list.stateCount', { state: t(`state.${one.state}`), n: number(one.n) }),
    href: `${home}/contributions?state=${one.state}`,
    current: one.state === state,
  }));
  return (
    <>
      <PanelHeader frame={frame} />
      <p className="muted">{t('list.text')}</p>
      {may.moderate && page.policyPublishedOn === null ? (
        <Notice tone="concern">{t('policyMissing')}</Notice>
      ) : null}
      <OtherPages home={home} appeals={page.appeals} may={may} />
      {tabs.length > 1 ? <TabsNav label={t('list.states')} items={tabs} /> : null}
      {contributions.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          text={
            may.moderate
              ? t('list.emptyText', { state: t('state.received') })
              : t('list.emptyReader')
          }
        />
      ) : (
        <ContributionTable home={home} state={state} contributions={contributions} />
      )}
      <ContributionPages home={home} state={state} page={page.page} total={page.total} />
      <ReasonTable published={page.reasons} />
    </>
  );
}
