import { readTable, type Table } from '../imports/read-table.server.ts';
import { csvColumns, kindByColumn, type CellKind } from './csv-columns.ts';
import type { Fault } from './faults.ts';
import { isIdentifierName } from './identifier-names.ts';
import { maximumRecords } from './intake-words.ts';
import { inTable } from './locate-fault.ts';
import { readBatch, type Reading } from './read-batch.ts';

type Described = {
  deployment: string;
  modelVersion: string;
  tool?: string | undefined;
  toolVersion?: string | undefined;
  suppressedBelow?: number | undefined;
  comment?: string | undefined;
};

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What is no number stays a text, so that the schema says what is wrong with it. */
const numberOf = (text: string) => (plainNumber.test(text) ? Number(text) : text);

function valueOf(cell: string, kind: CellKind): unknown {
  if (kind === 'text') return cell;
  if (kind === 'number') return numberOf(cell);
  const items = cell.split(kind === 'texts' ? /;\s*/ : /[\s;]+/).filter((item) => item !== '');
  return kind === 'texts' ? items : items.map(numberOf);
}

type Plain = Record<string, unknown>;

function recordOf(header: readonly string[], cells: readonly string[]): Plain {
  const record: Plain = {};
  const filled = new Set<string>();
  header.forEach((name, index) => {
    const cell = cells[index] ?? '';
    const column = csvColumns[name];
    if (cell === '' || !column) return;
    filled.add(name);
    const [first = '', second] = column.path;
    const value = valueOf(cell, column.kind);
    if (second === undefined) record[first] = value;
    else record[first] = { ...(record[first] as Plain | undefined), [second]: value };
  });
  const kind = kindByColumn.find(([name]) => filled.has(name))?.[1];
  if (record['kind'] === undefined && kind) record['kind'] = kind;
  return record;
}

/** A heading is refused before any row is read: what nobody may send is not looked at. */
function headingFaults(header: readonly string[]): Fault[] {
  return header.flatMap((name, index): Fault[] => {
    const at = { pointer: '', line: 1, column: name };
    if (header.indexOf(name) !== index) return [{ ...at, code: 'column-twice' }];
    if (Object.hasOwn(csvColumns, name)) return [];
    return [{ ...at, code: isIdentifierName(name) ? 'identifier-name' : 'unknown-field' }];
  });
}

function raggedFaults({ header, rows }: Table): Fault[] {
  return rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ line }) => ({ pointer: '', code: 'ragged-row', line }));
}

const byLine = (a: Fault, b: Fault) => (a.line ?? 0) - (b.line ?? 0);

/**
 * A table of records: one row each, columns by name. Version and deployment come beside it.
 * Throws what `readTable` throws for what is no table.
 */
export async function readCsvBatch(
  text: string,
  { today, ...described }: Described & { today: string },
): Promise<Reading & { rows: number }> {
  // Spreadsheets leave rows of empty cells behind.
  const table = await readTable(text, { most: maximumRecords, skipsEmptyRows: true });
  const header = table.header.map((name) => name.toLowerCase());
  const rows = table.count;
  const faults = [...headingFaults(header), ...raggedFaults(table)];
  if (faults.length > 0) return { ok: false, faults, rows };
  if (rows > maximumRecords) {
    const fault = { pointer: '/records', code: 'too-many-records', found: String(rows) } as const;
    return { ok: false, faults: [fault], rows };
  }
  const { deployment, modelVersion, tool, toolVersion, suppressedBelow, comment } = described;
  const body = {
    ...{ deployment, model_version: modelVersion, comment },
    source:
      tool === undefined && suppressedBelow === undefined
        ? undefined
        : { tool: tool ?? 'csv', version: toolVersion, suppressed_below: suppressedBelow },
    records: table.rows.map(({ cells }) => recordOf(header, cells)),
  };
  const locate = inTable(table.rows.map(({ line }) => line));
  const reading = readBatch(body, { today, source: 'csv' });
  if (reading.ok) return { ok: true, batch: { ...reading.batch, locate }, rows };
  const located = reading.faults.map(locate);
  return { ok: false, faults: located.toSorted(byLine), rows };
}
