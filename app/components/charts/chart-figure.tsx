import type { ReactNode } from 'react';

import { DisclosureNote } from '../disclosure-note.tsx';
import { ChartTable } from './chart-table.tsx';
import type { Chart, ChartView } from './chart-types.ts';
import { PngDownload } from './png-download.tsx';
import { SizedPlots } from './sized-plots.tsx';

interface ChartFigureProps {
  chart: Chart;
  view: ChartView;
  /** Links to the SVG and CSV of this chart. */
  downloads?: readonly { label: string; href: string }[] | undefined;
  /** Where the SVG is, for a picture made of it, and what the button says. */
  png?: { svgHref: string; label: string } | undefined;
  /** Takes the place of the drawing, for the interactive versions. */
  plot?: ReactNode;
}

export function ChartFigure({ chart, view, downloads = [], png, plot }: ChartFigureProps) {
  const headingId = `${chart.id}-heading`;
  return (
    <section className="card chart" id={chart.id} aria-labelledby={headingId}>
      <h2 id={headingId}>{chart.title}</h2>
      <p className="chart-subtitle">{chart.subtitle}</p>
      {plot ?? <SizedPlots chart={chart} view={view} />}
      <p className="chart-sentence">{chart.sentence}</p>
      <DisclosureNote title={view.labels.notMeaningTitle}>{chart.notMeaning}</DisclosureNote>
      {chart.notes !== undefined && chart.notes.length > 0 && (
        <ul className="chart-notes">
          {chart.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="chart-tools">
        <details className="chart-table">
          <summary>{view.labels.showTable}</summary>
          <ChartTable chart={chart} view={view} />
        </details>
        {downloads.map((download) => (
          <a key={download.href} href={download.href} download>
            {download.label}
          </a>
        ))}
        {png ? <PngDownload name={chart.id} {...png} /> : null}
      </div>
    </section>
  );
}
