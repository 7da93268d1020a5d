import { useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { Notice } from '../../components/notice.tsx';
import { ResultChart } from '../../components/results/result-chart.tsx';
import type {
  AnalysisTable,
  AnalysisView,
  Cell,
} from '../../services/psychometrics/study-analysis.ts';

const textOf = (cell: Cell | undefined) => (typeof cell === 'object' ? cell.text : cell);

function useFileHref() {
  const { pathname, search } = useLocation();
  return (query: Record<string, string>) => {
    const all = new URLSearchParams(search);
    for (const [name, value] of Object.entries(query)) all.set(name, value);
    return `${pathname}/file?${all.toString()}`;
  };
}

function ResultTable({ table, csvHref }: { table: AnalysisTable; csvHref: string }) {
  const { t } = useTranslation('results');
  return (
    <section className="card" aria-labelledby={`${table.id}-heading`}>
      <h2 id={`${table.id}-heading`}>{table.title}</h2>
      <DataTable
        id={table.id}
        caption={table.title}
        captionHidden
        columns={table.columns}
        rows={table.rows.map((row, index) => ({
          key: String(index),
          cells: Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, textOf(cell)])),
        }))}
      />
      {(table.notes ?? []).map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      <p>
        <a href={csvHref} download>
          {t('chart.csv')}
        </a>
      </p>
    </section>
  );
}

/** What an analysis found, in the order in which it is read: words, limits, pictures, numbers, methods. */
export function AnalysisResultView({ view }: { view: AnalysisView }) {
  const { t } = useTranslation('analyses');
  const href = useFileHref();
  return (
    <>
      {view.findings.map((finding) => (
        <p key={finding} className="finding">
          {finding}
        </p>
      ))}
      {view.cautions.length > 0 ? (
        <Notice tone="concern" title={t('cautions')}>
          <ul>
            {view.cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <DisclosureNote title={t('notMeaning')}>{view.notMeaning}</DisclosureNote>
      {view.charts.map((chart) => (
        <ResultChart key={chart.id} chart={chart} fileHref={href({ part: chart.id })} />
      ))}
      {view.tables.map((table) => (
        <ResultTable
          key={table.id}
          table={table}
          csvHref={href({ part: table.id, format: 'csv' })}
        />
      ))}
      {view.methods.length > 0 ? (
        <section className="card" aria-labelledby="methods-heading">
          <h2 id="methods-heading">{t('methods')}</h2>
          {view.methods.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>
            <a href={href({ format: 'docx' })} download>
              {t('docx')}
            </a>
          </p>
        </section>
      ) : null}
    </>
  );
}
