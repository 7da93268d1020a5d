import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { localText } from '#surveys/model/languages.ts';
import { JoinShell } from '../../components/panel/join-shell.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { useMoney } from '../../components/panel/use-money.ts';
import { useLocal } from '../../components/use-local.ts';
import { requireLanguage, wantedLanguages } from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getJoinPage } from '../../services/taking-part/get-join-page.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const wanted = await wantedLanguages(request);
  const page = await respond(() => getJoinPage({ code, wanted }));
  await requireLanguage(request, page.language);
  return { ...page, code, pageTitle: localText(page.title, page.language, 'en') };
}

export default function JoinPage() {
  const page = useLoaderData<typeof loader>();
  const { activity } = page;
  const { t } = useTranslation('panel');
  const { text, number } = useLocal();
  const money = useMoney();
  return (
    <JoinShell frame={page}>
      <h1 dir="auto">{text(page.title)}</h1>
      <p>{t('join.asks', { organisation: page.organisation })}</p>
      <Paragraphs text={page.about} />
      <h2>{t('join.aim')}</h2>
      <Paragraphs text={activity.aim} />
      <p>
        {t(`join.informs.${activity.informs}`)} <bdi>{activity.informedName}</bdi>
      </p>
      <h2>{t('join.influence')}</h2>
      <p>{t(`join.level.${activity.influence}`)}</p>
      <h2>{t('join.outOfScope')}</h2>
      <Paragraphs text={activity.outOfScope} />
      <h2>{t('join.time')}</h2>
      <p>{t('join.minutes', { minutes: number(page.minutesPerQuarter) })}</p>
      <p>{t('join.voluntary')}</p>
      <h2>{t('join.payment')}</h2>
      {page.rates.length === 0 ? (
        <p>{t('join.noPayment')}</p>
      ) : (
        <>
          <ul>
            {page.rates.map((rate) => (
              <li key={`${rate.role} ${rate.unit}`}>
                <bdi>{rate.role}</bdi>: {money(rate.amountMinor, rate.currency)}{' '}
                {t(`unit.${rate.unit}`)}
              </li>
            ))}
          </ul>
          <p>{t('payments.choice')}</p>
          <p>{t('payments.benefits')}</p>
        </>
      )}
      <h2>{t('join.policy')}</h2>
      <Paragraphs text={page.policy} />
      <h2>{t('join.owner')}</h2>
      <Paragraphs text={activity.outputsOwner} />
      <div className="actions">
        <a className="button button-primary" href={`/join/${page.code}/agree`}>
          {t('join.goOn')}
        </a>
      </div>
      <p className="hint link-row">
        <a href="/panel/link">{t('join.member')}</a>
      </p>
    </JoinShell>
  );
}
