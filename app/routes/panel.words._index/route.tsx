import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { panelTitle, readPerson } from '../../http/panel-request.server.ts';
import { listOwnWords } from '../../services/taking-part/list-own-words.server.ts';
import styles from '../../styles/respondent.css?url';
import { WordCard } from './word-card.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('words.title'));
  return { frame: reader.frame, title, words: await listOwnWords(reader) };
}

export default function WordsPage() {
  const { frame, words } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame} current="words">
      <DoneNotice
        words={{ appealed: t('words.done.appealed'), withdrawn: t('words.done.withdrawn') }}
      />
      <h1>{t('words.title')}</h1>
      {words.length === 0 ? <p>{t('words.none')}</p> : <p>{t('words.intro')}</p>}
      {words.map((word) => (
        <WordCard key={word.id} word={word} />
      ))}
    </PanelShell>
  );
}
