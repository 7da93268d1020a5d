const escapes: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };

function unescape(field: string): string {
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as COPY writes it; null is `\N`. */
export function copyField(value: string | null): string {
  return value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (one) => special[one] ?? one);
}

/** One row as it came: field `i` reaches from `starts[i]` to the byte before `starts[i + 1] - 1`. */
export type CopiedRow = {
  bytes: Buffer;
  starts: Int32Array;
};

const [backslash, letterN] = [0x5c, 0x4e];

export function isNull({ bytes, starts }: CopiedRow, field: number): boolean {
  const from = starts[field] ?? 0;
  return (
    (starts[field + 1] ?? 0) - from === 3 &&
    bytes[from] === backslash &&
    bytes[from + 1] === letterN
  );
}

export function textOf(row: CopiedRow, field: number): string | null {
  if (isNull(row, field)) return null;
  const { bytes, starts } = row;
  return unescape(bytes.toString('utf8', starts[field], (starts[field + 1] ?? 0) - 1));
}

export function textsOf(row: CopiedRow): (string | null)[] {
  return Array.from({ length: row.starts.length - 1 }, (_, field) => textOf(row, field));
}

const [tab, lineEnd] = [9, 10];

/**
 * Finds rows and fields in what COPY sends, wherever the chunks are cut. `onRow` is given the same
 * object again and again: what it keeps, it copies. Tabs and line ends inside a value are escaped.
 */
export function copyScanner(width: number, onRow: (row: CopiedRow) => void) {
  const row: CopiedRow = { bytes: Buffer.alloc(0), starts: new Int32Array(width + 1) };
  const { starts } = row;
  let rest = Buffer.alloc(0);
  return (chunk: Buffer): void => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    row.bytes = bytes;
    let [start, field] = [0, 0];
    starts[0] = 0;
    for (let place = 0; place < bytes.length; place += 1) {
      const byte = bytes[place] ?? 0;
      if (byte > tab && byte !== lineEnd) continue;
      if (byte === tab || byte === lineEnd) starts[(field += 1)] = place + 1;
      if (byte !== lineEnd) continue;
      if (field !== width) throw new Error(`a row of ${field} fields instead of ${width}`);
      onRow(row);
      [start, field] = [place + 1, 0];
      starts[0] = start;
    }
    rest = start === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(start));
  };
}
