import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToldSentence } from '../../components/outcomes/told-sentence.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { getDecisions } from '../../services/outcomes/get-decisions.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { SuggestionTable } from './suggestion-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDecisions(member, parseParams(params, panelParams)));
  return { pageTitle: await outcomesTitle(request, 'decisions', page.frame.title), ...page };
}

export default function DecisionsPage() {
  const { frame, open, decided, told, minimumGroup, letters, mayAdd } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const home = `/panels/${frame.id}/decisions`;
  const add = mayAdd ? (
    <LinkButton tone="primary" to={`${home}/new`}>
      {t('suggestion.add')}
    </LinkButton>
  ) : undefined;
  const isEmpty = open.length === 0 && decided.length === 0;
  return (
    <>
      <PanelHeader frame={frame} action={isEmpty ? undefined : add} />
      <DoneNotice words={{ added: t('done.added'), removed: t('done.removed') }} />
      {isEmpty ? (
        <EmptyState
          title={t('decisions.emptyTitle')}
          text={t('decisions.emptyText')}
          steps={[
            t('decisions.step.moderate'),
            t('decisions.step.suggest'),
            t('decisions.step.decide'),
          ]}
          action={add}
        />
      ) : (
        <>
          <section aria-labelledby="told" className="stack">
            <h2 id="told">{t('told.title')}</h2>
            <ToldSentence told={told} minimum={minimumGroup} />
            {letters > 0 ? (
              <p>
                <Link to={`${home}/letters`}>{t('letters.link', { n: letters })}</Link>
              </p>
            ) : null}
          </section>
          <section aria-labelledby="open" className="stack">
            <h2 id="open">{t('decisions.openTitle')}</h2>
            {open.length === 0 ? (
              <p>{t('decisions.noneOpen')}</p>
            ) : (
              <SuggestionTable id="open-table" home={home} outcomes={open} />
            )}
          </section>
          <section aria-labelledby="decided" className="stack">
            <h2 id="decided">{t('decisions.decidedTitle')}</h2>
            {decided.length === 0 ? (
              <p>{t('decisions.noneDecided')}</p>
            ) : (
              <SuggestionTable id="decided-table" home={home} outcomes={decided} />
            )}
          </section>
        </>
      )}
    </>
  );
}
