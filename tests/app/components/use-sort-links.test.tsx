import { expect, it } from 'vitest';
import { DataTable } from '#app/components/data-table.tsx';
import { useSortLinks } from '#app/components/use-sort-links.ts';
import type { SortDirection } from '#app/http/sort-order.ts';
import { attributesOf } from './support/markup.ts';
import { renderInRouter } from './support/render-in-router.tsx';

function Sorted({ direction }: { direction: SortDirection }) {
  const sortLink = useSortLinks<'mean' | 'sd'>({ sort: 'mean', direction }, 'items');
  const columns = (['mean', 'sd'] as const).map((key) => ({ key, label: key, ...sortLink(key) }));
  return <DataTable id="items" caption="Items" columns={columns} rows={[]} />;
}

it('a heading sorts, then turns the order round, then leads back to the order of the table', () => {
  const search = '?group=role.1&sort=mean&direction=ascending&done=saved';
  const upwards = renderInRouter(<Sorted direction="ascending" />, search);
  expect(attributesOf(upwards, 'th', 'aria-sort')).toEqual(['ascending']);
  expect(attributesOf(upwards, 'a', 'href')).toEqual([
    '/?group=role.1&amp;sort=mean&amp;direction=descending#items',
    '/?group=role.1&amp;sort=sd&amp;direction=ascending#items',
  ]);
  const downwards = renderInRouter(<Sorted direction="descending" />);
  expect(attributesOf(downwards, 'th', 'aria-sort')).toEqual(['descending']);
  expect(attributesOf(downwards, 'a', 'href')[0]).toBe('/#items');
});
