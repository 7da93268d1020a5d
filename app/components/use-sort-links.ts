import { useLocation } from '@remix-run/react';
import type { SortDirection, SortOrder } from '../http/sort-order.ts';

type SortLink = { sortHref: string; sorted: SortDirection | undefined };

/**
 * The heading of a column as a link that sorts by it, then the other way round, then gives the table
 * its own order back. Without script the page comes anew, so the address leads to the table.
 */
export function useSortLinks<Column extends string>(
  order: SortOrder<Column>,
  tableId: string,
): (column: Column) => SortLink {
  const { pathname, search } = useLocation();
  return (column) => {
    const sorted = order.sort === column ? order.direction : undefined;
    const wanted = new URLSearchParams(search);
    for (const name of ['done', 'sort', 'direction']) wanted.delete(name);
    if (sorted !== 'descending') {
      wanted.set('sort', column);
      wanted.set('direction', sorted === 'ascending' ? 'descending' : 'ascending');
    }
    const query = wanted.size > 0 ? `?${wanted.toString()}` : '';
    return { sortHref: `${pathname}${query}#${tableId}`, sorted };
  };
}
