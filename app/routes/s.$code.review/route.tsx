import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { SavedNote } from '../../components/respondent/item-page-notices.tsx';
import { SurveyShell } from '../../components/respondent/survey-shell.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { receiptCookie } from '../../http/cookies.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import {
  answering,
  requireBallot,
  requireLanguage,
  stepAddress,
  wantedLanguages,
} from '../../http/respondent-request.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import {
  getReviewPage,
  type ReviewedItem,
} from '../../services/answering/get-review-page.server.ts';
import { sendBallot } from '../../services/answering/send-ballot.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const modes = ['self', 'helped', 'interpreter', 'proxy'] as const;
const modeSchema = z.enum(modes).catch('self');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const { link } = ballot;
  const wanted = await wantedLanguages(request);
  const page = await answering(link, () => getReviewPage({ ballot, wanted }));
  await requireLanguage(request, page.language);
  const { t } = await requestI18n(context, page.language);
  return { page, link, title: `${t('respondent:review.title')} · ${page.title}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ballot = requireBallot(request, params['code']);
  const form = await readForm(request);
  const completionMode = modeSchema.parse(form.get('mode'));
  const receipt = receiptCookie.read(request);
  const { isReceiptUsed } = await answering(ballot.link, () =>
    sendBallot({ ballot, completionMode, receipt }),
  );
  const headers = new Headers();
  if (isReceiptUsed) headers.append('Set-Cookie', receiptCookie.clear());
  return redirect(stepAddress(ballot.link, 'done'), { status: 303, headers });
}

export default function ReviewPage() {
  const { page, link } = useLoaderData<typeof loader>();
  const { t } = useTranslation('respondent');
  return (
    <SurveyShell frame={page} privacyHref={`/s/${link}/privacy`}>
      <h1>{t('review.title')}</h1>
      <p className="hint">{t('review.hint')}</p>
      {page.open > 0 && <Notice tone="concern">{t('review.open', { count: page.open })}</Notice>}
      <dl className="review">
        {page.items.map((item) => (
          <ReviewRow key={item.id} item={item} link={link} />
        ))}
      </dl>
      <form method="post">
        <TokenField />
        <SelectField
          id="mode"
          name="mode"
          label={t('review.mode')}
          options={modes.map((mode) => ({ value: mode, label: t(`review.modes.${mode}`) }))}
        />
        <p className="hint">{t('review.sendHint')}</p>
        <div className="actions">
          <Button>{t('review.send')}</Button>
          <a href={`/s/${link}/${page.pages}`}>{t('page.back')}</a>
        </div>
      </form>
      <SavedNote code={page.code} />
    </SurveyShell>
  );
}

function ReviewRow({ item, link }: { item: ReviewedItem; link: string }) {
  const { t } = useTranslation('respondent');
  const reason = item.missingReasons.find((candidate) => candidate === item.value);
  const option = item.options.find(({ value }) => value === item.value);
  const answer =
    item.words?.text ?? option?.label ?? (reason ? t(`reason.${reason}`) : t('review.none'));
  return (
    <div>
      <dt>{item.stem}</dt>
      <dd className={item.words && 'written'} dir={item.words && 'auto'}>
        {answer}
      </dd>
      {item.words && <dd>{t(item.words.mayQuote ? 'words.mayQuote' : 'words.notQuoted')}</dd>}
      <dd>
        <a
          href={`/s/${link}/${item.page}?change#${item.id}`}
          aria-label={t('review.changeWhich', { stem: item.stem })}
        >
          {t('review.change')}
        </a>
      </dd>
    </div>
  );
}
