import { describe, expect, it } from 'vitest';

import { DataTable } from '#app/components/data-table.tsx';

import { attributesOf, textsOf } from './support/markup.ts';
import { renderInRouter } from './support/render-in-router.tsx';

const markup = renderInRouter(
  <DataTable
    id="items"
    caption="Nine items"
    columns={[
      { key: 'item', label: 'Item', sortHref: '/items?direction=descending', sorted: 'ascending' },
      { key: 'mean', label: 'Mean', numeric: true, sortHref: '/items?sort=mean' },
      { key: 'note', label: 'Note' },
    ]}
    rows={[
      { key: 'a', cells: { item: 'First', mean: '3.4' } },
      { key: 'b', cells: { item: 'Second', mean: '3.1', note: 'reversed' } },
    ]}
  />,
);

describe('the data table', () => {
  it('names columns and rows by headers', () => {
    expect(attributesOf(markup, 'th', 'scope')).toEqual(['col', 'col', 'col', 'row', 'row']);
    expect(textsOf(markup, 'th').slice(3)).toEqual(['First', 'Second']);
    expect(textsOf(markup, 'td')).toEqual(['3.4', '', '3.1', 'reversed']);
  });

  it('can be scrolled by keyboard under its own name', () => {
    expect(markup).toMatch(/role="region" aria-labelledby="items-caption" tabindex="0"/u);
    expect(markup).toContain('<caption id="items-caption">Nine items</caption>');
  });

  it('becomes blocks on a phone, with the heading at each value, unless it is full of numbers', () => {
    expect(attributesOf(markup, 'td', 'data-label')).toEqual(['Mean', 'Mean', 'Note']);
    expect(markup).toContain('class="table table-stack"');
    const numbers = ['a', 'b', 'c'].map((key) => ({ key, label: key, numeric: true }));
    const wide = renderInRouter(<DataTable id="n" caption="Numbers" columns={numbers} rows={[]} />);
    expect(wide).not.toContain('table-stack');
    const few = renderInRouter(
      <DataTable id="n" caption="Numbers" columns={numbers} rows={[]} stacks />,
    );
    expect(few).toContain('table-stack');
  });

  it('sorts by address and says which column is sorted', () => {
    expect(attributesOf(markup, 'th', 'aria-sort')).toEqual(['ascending']);
    expect(attributesOf(markup, 'a', 'href')).toEqual([
      '/items?direction=descending',
      '/items?sort=mean',
    ]);
  });
});
