import { csvColumns } from './csv-columns.ts';
import { pointerOf, type Fault } from './faults.ts';

/** Says where in what was sent a fault is, instead of where it is among the records made of it. */
export type Locate = (fault: Fault) => Fault;

const columnNames = new Map(
  Object.entries(csvColumns).map(([name, { path }]) => [path.join('/'), name]),
);
// Of a period as a whole its reader looks where it begins.
columnNames.set('period', 'period_start');

function split(pointer = ''): { index: number; field: string[] } {
  const [, list, index, ...field] = pointer.split('/');
  return { index: list === 'records' ? Number(index) : NaN, field };
}

/** By line and column of a table; `lines` are those of its records. */
export function inTable(lines: readonly number[]): Locate {
  return (fault) => {
    const { index, field } = split(fault.pointer);
    const line = lines[index];
    if (line === undefined) return fault;
    const column = columnNames.get(field.filter((step) => !/^\d+$/.test(step)).join('/'));
    const { found, ...rest } = fault;
    const otherLine = lines[split(found).index];
    return {
      ...{ ...rest, line },
      ...(column === undefined ? {} : { column }),
      ...(otherLine === undefined ? {} : { otherLine }),
      ...(otherLine === undefined && found !== undefined ? { found } : {}),
    };
  };
}

/** In a file of another tool; `places` are those that its records were made of. */
export function inFile(places: readonly (readonly PropertyKey[])[]): Locate {
  return (fault) => {
    const { index, field } = split(fault.pointer);
    const place = places[index];
    if (!place) return fault;
    const other = places[split(fault.found).index];
    const found = other ? pointerOf(other) : (fault.found ?? field.join('/'));
    return {
      ...{ ...fault, pointer: pointerOf(place) },
      ...(found === '' ? {} : { found }),
    };
  };
}
