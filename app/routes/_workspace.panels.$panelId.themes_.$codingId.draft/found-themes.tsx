import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { DraftOfLanguage, DraftsPage } from '../../services/themes/get-drafts-page.server.ts';
import { ByHand } from './by-hand.tsx';
import { DraftTheme } from './draft-card.tsx';
import { MergeList } from './merge-list.tsx';
import { TextLinks } from './text-links.tsx';

type Result = NonNullable<DraftOfLanguage['result']>;

interface FoundThemesProps {
  page: DraftsPage;
  language: string;
  draftId: string;
  result: Result;
}

interface CoverageProps {
  result: Result;
  language: string;
  home: string;
  /** Nobody knows how many people wrote. */
  isOfSurvey: boolean;
}

/** How many texts and people it rests on; what was set aside can be opened. */
function Coverage({ result, language, home, isOfSurvey }: CoverageProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const { coverage, withoutContent, unsure, repeated } = result;
  const lists = [
    ['withoutContent', withoutContent],
    ['unsure', unsure],
    ['repeated', repeated],
  ] as const;
  return (
    <>
      <p>
        {t(isOfSurvey ? 'draft.coverageOfSurvey' : 'draft.coverage', {
          ...{ used: number(coverage.withTheme), all: number(coverage.texts) },
          people: number(coverage.people),
        })}
      </p>
      {lists.map(([key, texts]) =>
        texts.length === 0 ? null : (
          <details key={key}>
            <summary>{t(`draft.${key}`, { n: number(texts.length) })}</summary>
            <TextLinks {...{ home, language, texts }} />
          </details>
        ),
      )}
    </>
  );
}

/** A finished draft: what it rests on, its themes, which of them may be one, and what to read by hand. */
export function FoundThemes({ page, language, draftId, result }: FoundThemesProps) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const home = `/panels/${page.frame.id}/themes/${page.coding.id}`;
  const mayManage = page.frame.may.manageThemes;
  const named = result.themes.filter(({ steadiness }) => steadiness !== 'by-hand');
  const byHand = result.themes.filter(({ steadiness }) => steadiness === 'by-hand');
  return (
    <>
      <Coverage {...{ result, language, home }} isOfSurvey={page.coding.source === 'survey'} />
      {result.curve.length === 0 ? null : (
        <details>
          <summary>{t('draft.curve')}</summary>
          <ul>
            {result.curve.map(({ k, stability }) => (
              <li key={k}>
                {t('draft.curveOf', {
                  k: number(k),
                  stability: number(Math.round(100 * stability) / 100),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      <MergeList {...{ draftId, language, mayManage }} merges={result.merges} />
      <h4>{t('draft.found', { n: number(named.length) })}</h4>
      {named.length === 0 ? (
        <p>{t('draft.noneSteady')}</p>
      ) : (
        <ul className="side-by-side plain-list">
          {named.map((theme) => (
            <DraftTheme
              key={`${draftId} ${theme.parts.join()}`}
              {...{ draftId, version: page.coding.version, language, theme, mayManage }}
            />
          ))}
        </ul>
      )}
      <ByHand {...{ themes: byHand, language, home }} />
    </>
  );
}
