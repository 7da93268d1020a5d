import {
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CopyValue } from '../../components/copy-value.tsx';
import { SurveyShell } from '../../components/respondent/survey-shell.tsx';
import { receiptCookie } from '../../http/cookies.server.ts';
import {
  answering,
  requireBallot,
  requireLanguage,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getDonePage } from '../../services/answering/get-done-page.server.ts';
import { deliverReceipt } from '../../services/answering/send-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const { link, linking } = ballot;
  const wanted = await wantedLanguages(request);
  const page = await answering(link, () => getDonePage({ ballot, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  const heading = t(page.canWithdraw ? 'respondent:done.title' : 'respondent:done.over');
  const shown = { page, link, linking, heading, title: `${heading} · ${page.title}` };
  const receipt = receiptCookie.read(request);
  const isDelivered = receipt !== null && (await deliverReceipt(ballot, receipt));
  return data(shown, isDelivered ? { headers: { 'Set-Cookie': receiptCookie.clear() } } : {});
}

/** What becomes, or became, of the answers. */
function joined({ canWithdraw, hasPseudonym }: { canWithdraw: boolean; hasPseudonym: boolean }) {
  if (hasPseudonym) return canWithdraw ? 'done.joinsPseudonym' : 'done.latePseudonym';
  return canWithdraw ? 'done.joins' : 'withdraw.late';
}

export default function DonePage() {
  const { page, link, linking, heading } = useLoaderData<typeof loader>();
  const { t } = useTranslation('respondent');
  return (
    <SurveyShell frame={page} privacyHref={`/s/${link}/privacy`}>
      <h1>{heading}</h1>
      {page.isLinked &&
        (linking === '' ? (
          <p>{t('done.linkingKept')}</p>
        ) : (
          <CopyValue label={t('done.linking')} value={linking} hint={t('done.linkingHint')} />
        ))}
      {page.canWithdraw && <h2>{t('done.next')}</h2>}
      <p>{t(joined(page))}</p>
      <p>{t('done.results')}</p>
      {page.canWithdraw && (
        <>
          <h2>{t('done.withdrawTitle')}</h2>
          <CopyValue label={t('done.withdraw')} value={page.code} />
          <p>
            <a href="/s/withdraw">{t('done.withdrawLink')}</a>
          </p>
        </>
      )}
      <p>{t('done.close')}</p>
    </SurveyShell>
  );
}
