import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getChanges } from '../../services/register/get-changes.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { NoticeCard } from './notice-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { Transfers } from './transfers.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getChanges(member, parseParams(params, systemParams)));
  const countries = listCountries(await resolveLanguage(request));
  return {
    pageTitle: await systemPageTitle(request, 'changes', page.frame.name),
    countries: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
    ...page,
  };
}

export default function ChangesPage() {
  const { frame, plans, notices, transfers, mayAnswer, countries } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const home = `/models/${frame.id}/changes`;
  const [plan, ...earlier] = plans;
  return (
    <>
      <SystemHeader
        frame={frame}
        action={
          frame.may.manage && frame.stage !== 'retired' ? (
            <div className="button-row">
              <LinkButton to={`${home}/notice`} tone="primary">
                {t('change.addNotice')}
              </LinkButton>
              <LinkButton to={`${home}/plan`}>{t('change.agree')}</LinkButton>
            </div>
          ) : undefined
        }
      />
      <DoneNotice
        words={{
          saved: t('done.saved'),
          inside: t('change.saidInside'),
          outside: t('change.saidOutside'),
          'cannot-tell': t('change.saidCannotTell'),
        }}
      />
      <Transfers {...{ transfers, mayAnswer, home, countries }} />
      <section className="stack" aria-labelledby="plan">
        <h2 id="plan">{t('change.plan')}</h2>
        {plan ? <PlanCard plan={plan} /> : <p className="muted">{t('change.noPlan')}</p>}
        {earlier.length === 0 ? null : (
          <details>
            <summary>{t('change.earlier', { count: earlier.length })}</summary>
            {earlier.map((each) => (
              <PlanCard key={each.id} plan={each} />
            ))}
          </details>
        )}
      </section>
      <section className="stack" aria-labelledby="notices">
        <h2 id="notices">{t('change.notices')}</h2>
        {notices.length === 0 ? <p className="muted">{t('change.noNotice')}</p> : null}
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </section>
    </>
  );
}
