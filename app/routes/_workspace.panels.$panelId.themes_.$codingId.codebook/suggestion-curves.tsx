import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { CodebookPage } from '../../services/themes/get-codebook-page.server.ts';

type Curve = NonNullable<CodebookPage['curves']>[number];

/** So many people's choices of all: a share says little of few, so both stand there. */
function useShare(): (right: number, of: number) => string {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  return (right, of) =>
    t('curve.right', {
      ...{ right: number(right), of: number(of) },
      percent: number(Math.round((100 * right) / of)),
    });
}

function CurveOfLanguage({ curve: { language, coded, points } }: { curve: Curve }) {
  const { t } = useTranslation('themes');
  const { number, nameOf } = useLocal();
  const share = useShare();
  const title = t('curve.of', { language: nameOf(language), n: number(coded) });
  if (points === null || points.length === 0) {
    return (
      <div>
        <h4>{title}</h4>
        <p>{t(points === null ? 'curve.tooLong' : 'curve.tooFew')}</p>
      </div>
    );
  }
  return (
    <DataTable
      id={`curve-${language}`}
      caption={title}
      stacks
      columns={[
        { key: 'learnt', label: t('curve.learnt') },
        { key: 'first', label: t('curve.first'), numeric: true },
        { key: 'three', label: t('curve.three'), numeric: true },
      ]}
      rows={points.map(({ learnt, tested, first, three }) => ({
        key: String(learnt),
        cells: {
          learnt: t('curve.after', { n: number(learnt) }),
          first: share(first, tested),
          three: share(three, tested),
        },
      }))}
    />
  );
}

/** How right the machine's suggestions were as coding went on, for whoever asks: it takes a while. */
export function SuggestionCurves({ page, home }: { page: CodebookPage; home: string }) {
  const { t } = useTranslation('themes');
  const { curves } = page;
  return (
    <section id="curve" className="stack" aria-labelledby="curve-title">
      <h3 id="curve-title">{t('curve.title')}</h3>
      <p className="muted">{t('curve.text')}</p>
      {curves === null ? (
        <p>
          <Link to={`${home}/codebook?curve=shown#curve`}>{t('curve.show')}</Link>
        </p>
      ) : (
        curves.map((curve) => <CurveOfLanguage key={curve.language} curve={curve} />)
      )}
    </section>
  );
}
