import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import type { InstrumentComparison } from '#surveys/model/compare-instruments.ts';
import { useLocal } from '../../components/use-local.ts';

type Wording = InstrumentComparison['items'][number]['wording'][number];

/** What was taken out and put in, word by word; the marks are read out as well. */
export function Words({ wording }: { wording: readonly Wording[] }) {
  const { t } = useTranslation('instruments');
  const { nameOf } = useLocal();
  return (
    <dl className="definitions">
      {wording.map(({ language, register, words }) => (
        <div key={`${language} ${register}`}>
          <dt>
            {register === 'easy-read'
              ? t('compare.easyRead', { language: nameOf(language) })
              : nameOf(language)}
          </dt>
          <dd lang={language} dir={directionOf(language)}>
            {words.map(({ change, text }, index) =>
              change === 'same' ? (
                <span key={index}>{text}</span>
              ) : change === 'added' ? (
                <ins key={index}>{text}</ins>
              ) : (
                <del key={index}>{text}</del>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
