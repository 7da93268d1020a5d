import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';

import { InteractiveDiverging } from '#app/components/charts/interactive-diverging.tsx';
import { SizedPlots } from '#app/components/charts/sized-plots.tsx';

import { divergingChart, leftToRight } from '../support/charts.ts';

it('gives a page without script the same drawing as a page that is never interactive', () => {
  expect(
    renderToStaticMarkup(<InteractiveDiverging chart={divergingChart} view={leftToRight} />),
  ).toBe(renderToStaticMarkup(<SizedPlots chart={divergingChart} view={leftToRight} />));
});
