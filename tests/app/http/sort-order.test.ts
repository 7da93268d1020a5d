import { expect, it } from 'vitest';
import { z } from 'zod';
import { searchOf } from '#app/http/parse-params.server.ts';
import { sortFields } from '#app/http/sort-order.ts';

const schema = z.object(sortFields(['name', 'email']));
const read = (search: string) => searchOf(new Request(`http://localhost/people${search}`), schema);

it('reads the order from the address, and sorts nothing by what cannot be read', () => {
  expect(read('?sort=email&direction=descending')).toEqual({
    sort: 'email',
    direction: 'descending',
  });
  const unsorted = { sort: null, direction: 'ascending' };
  for (const search of ['', '?sort=password', '?sort=name%00&direction=sideways', '?sort=']) {
    expect(read(search)).toEqual(unsorted);
  }
});
