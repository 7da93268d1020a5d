import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import type { getPanelOverview } from '../../services/panels/get-panel-overview.server.ts';

type Overview = Awaited<ReturnType<typeof getPanelOverview>>;

function OpenRound({ page }: { page: Overview }) {
  const { t } = useTranslation('panels');
  const { text, date } = useLocal();
  const { openRound, isOverdue, panel } = page;
  if (openRound === null) return <p className="muted">{t('overview.noRound')}</p>;
  const until = openRound.closesOn === null ? t('none') : date(openRound.closesOn);
  return (
    <>
      <p>
        <Link to={`/panels/${panel.id}/rounds/${openRound.id}`}>
          {t('round.name', { number: openRound.number, title: text(openRound.title) })}
        </Link>{' '}
        {t('round.until', { day: until })}
      </p>
      {isOverdue ? <Notice tone="concern">{t('round.overdue')}</Notice> : null}
    </>
  );
}

/** What the panel is, and what is going on in it. */
export function PanelFacts({ page }: { page: Overview }) {
  const { panel, activity, site, people, rounds } = page;
  const { t } = useTranslation('panels');
  const { text, date, number, languages } = useLocal();
  const countText = useShownCount();
  const outcomes = `/outcomes/${panel.slug}`;
  const day = (given: string | null) => (given === null ? t('none') : date(given));
  return (
    <>
      <section className="card" aria-labelledby="now">
        <h2 id="now">{t('overview.now')}</h2>
        <OpenRound page={page} />
        <Facts
          items={[
            { term: t('list.people'), value: countText(people) },
            { term: t('tab.rounds'), value: number(rounds) },
          ]}
        />
      </section>
      <section className="card" aria-labelledby="what">
        <h2 id="what">{t('overview.what')}</h2>
        {activity === null ? null : (
          <p>
            {t('list.activity')}:{' '}
            <Link to={`/activities/${activity.id}`}>
              <bdi>{text(activity.title)}</bdi>
            </Link>
          </p>
        )}
        <Definitions
          items={[
            { term: t('panel.about'), value: text(panel.about) },
            { term: t('panel.languages'), value: languages(panel.languages) },
            { term: t('site'), value: site ?? t('wholeOrganisation') },
            { term: t('panel.minimumGroup'), value: number(panel.minimumGroup) },
            { term: t('overview.openedOn'), value: day(panel.openedOn) },
            { term: t('overview.closedOn'), value: day(panel.closedOn) },
            {
              term: t('outcomes.title'),
              value:
                panel.outcomesPublishedOn === null ? (
                  t('outcomes.hidden')
                ) : (
                  <>
                    {t('outcomes.since', { day: date(panel.outcomesPublishedOn) })}{' '}
                    <Link to={outcomes} reloadDocument>
                      <bdi>{outcomes}</bdi>
                    </Link>
                  </>
                ),
              ...(panel.outcomesPublishedOn === null ? { note: outcomes } : {}),
            },
          ]}
        />
      </section>
    </>
  );
}
