import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelPageFrame } from '../../http/panel-request.server.ts';
import { LanguageLinks } from '../language-links.tsx';
import { RespondentShell } from '../respondent-shell.tsx';
import { languageItems } from '../respondent/survey-shell.tsx';
import { useLocal } from '../use-local.ts';

const places = ['home', 'words', 'news', 'me'] as const;
type Place = (typeof places)[number];

const addresses: Record<Place, string> = {
  home: '/panel',
  words: '/panel/words',
  news: '/panel/news',
  me: '/panel/me',
};

interface PanelShellProps {
  frame: PanelPageFrame;
  current?: Place | undefined;
  /** The form that another language sends, so that nothing written on the page is lost. */
  formId?: string | undefined;
  children: ReactNode;
}

/** What stands around each page of a person of a panel: who asks, the ways through, where help is. */
export function PanelShell({ frame, current, formId, children }: PanelShellProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation('common');
  const { number } = useLocal();
  const news = frame.news > 0 ? ` (${number(frame.news)})` : '';
  return (
    <RespondentShell
      organisation={frame.organisation}
      skipLabel={common('skipToContent')}
      languages={
        <>
          {frame.languages.length > 1 && (
            <>
              {/* What Enter presses: the first button of a form, wherever it stands. */}
              {formId === undefined ? null : <button form={formId} hidden />}
              <LanguageLinks
                label={common('language')}
                items={languageItems(frame)}
                formId={formId}
                folded
              />
            </>
          )}
          <nav className="panel-nav" aria-label={t('nav.label')}>
            <ul>
              {places.map((place) => (
                <li key={place}>
                  <a href={addresses[place]} aria-current={place === current ? 'page' : undefined}>
                    {t(`nav.${place}`)}
                    {place === 'news' ? news : ''}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </>
      }
      footer={
        <>
          <p className="link-row">
            <a href="/panel/contact">{t('footer.contactMe')}</a>
          </p>
          <p>{t('footer.questions', { contact: frame.contact })}</p>
        </>
      }
    >
      {children}
    </RespondentShell>
  );
}
