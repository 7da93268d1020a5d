import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SurveyShell } from '../../components/respondent/survey-shell.tsx';
import {
  findBallot,
  requireLanguage,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getPrivacyPage } from '../../services/answering/get-privacy-page.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params['code'] ?? '';
  const ballot = findBallot(request, code);
  const wanted = await wantedLanguages(request);
  const page = await respond(() => getPrivacyPage({ code, ballot, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  const backHref = `/s/${code}${ballot ? '/review' : ''}`;
  return { page, backHref, title: `${t('respondent:privacy.title')} · ${page.title}` };
}

export default function PrivacyPage() {
  const { page, backHref } = useLoaderData<typeof loader>();
  const { t } = useTranslation('respondent');
  const { organisation, contact } = page;
  return (
    <SurveyShell frame={page}>
      <h1>{t('privacy.title')}</h1>
      <h2>{t('privacy.whoTitle')}</h2>
      <p>{t('privacy.who', { organisation, contact })}</p>
      <h2>{t('privacy.whileTitle')}</h2>
      <p>{t('privacy.while', { count: page.draftDays })}</p>
      <h2>{t('privacy.sentTitle')}</h2>
      <p>{t('privacy.sent', { count: page.minimumCellSize })}</p>
      <p>{t('privacy.closing')}</p>
      {page.isLinked && <p>{t('privacy.linked')}</p>}
      {page.hasPseudonym && <p>{t('privacy.pseudonym')}</p>}
      {page.hasWords && (
        <>
          <h2>{t('privacy.wordsTitle')}</h2>
          <p>{t('privacy.wordsKept', { count: page.minimumCellSize })}</p>
          <p>{t('privacy.wordsRead')}</p>
          <p>{t('privacy.wordsDanger')}</p>
        </>
      )}
      <h2>{t('privacy.notKeptTitle')}</h2>
      <p>{t(page.hasPseudonym ? 'privacy.notKeptPanel' : 'privacy.notKept')}</p>
      <h2>{t('privacy.seenTitle')}</h2>
      <p>{t(page.hasPseudonym ? 'privacy.seenPseudonym' : 'privacy.seen')}</p>
      <h2>{t('privacy.limitsTitle')}</h2>
      <p>{t('privacy.limits')}</p>
      <h2>{t('privacy.storedTitle')}</h2>
      <p>{t('privacy.stored', { count: page.retentionMonths })}</p>
      <h2>{t('privacy.withdrawTitle')}</h2>
      <p>
        {t('privacy.withdraw')} <a href="/s/withdraw">{t('privacy.withdrawLink')}</a>
      </p>
      <p>
        <a href={backHref}>{t('privacy.back')}</a>
      </p>
    </SurveyShell>
  );
}
