import { isNull, textOf, type CopiedRow } from '#db/copy-text.ts';
import { readUuid } from '#db/uuid-words.ts';
import { byteDictionary } from './byte-dictionary.server.ts';

/** Values of one column, row after row; it has room for as many rows as it was last told. */
export type Column<Values> = {
  grow: (rows: number) => void;
  read: (copied: CopiedRow, field: number, row: number) => void;
  finish: (rows: number) => Values;
};

export function uuidColumn(): Column<Uint32Array> {
  let uuids = new Uint8Array(0);
  return {
    grow: (rows) => {
      const larger = new Uint8Array(rows * 16);
      larger.set(uuids);
      uuids = larger;
    },
    read: ({ bytes, starts }, field, row) => readUuid(bytes, starts[field] ?? 0, uuids, row * 16),
    finish: (rows) => new Uint32Array(uuids.buffer, 0, rows * 4),
  };
}

/** Null is −1. */
export function levelColumn(
  known: readonly string[],
): Column<{ levels: string[]; index: Int16Array }> {
  const dictionary = byteDictionary(known);
  let index = new Int16Array(0);
  return {
    grow: (rows) => {
      const larger = new Int16Array(rows);
      larger.set(index);
      index = larger;
    },
    read: (copied, field, row) => {
      index[row] = isNull(copied, field) ? -1 : dictionary.numberOf(copied, field);
    },
    finish: (rows) => ({ levels: dictionary.words, index: index.subarray(0, rows) }),
  };
}

export function textColumn(): Column<(string | null)[]> {
  const texts: (string | null)[] = [];
  return {
    grow: () => undefined,
    read: (copied, field) => texts.push(textOf(copied, field)),
    finish: () => texts,
  };
}

const [minus, zero, nine] = [0x2d, 0x30, 0x39];

/** An array of `width` whole numbers in each row: `{3,-2,1}`. */
export function codesColumn(width: number): Column<Int16Array> {
  let codes = new Int16Array(0);
  return {
    grow: (rows) => {
      const larger = new Int16Array(rows * width);
      larger.set(codes);
      codes = larger;
    },
    read: ({ bytes, starts }, field, row) => {
      const last = (starts[field + 1] ?? 0) - 2;
      let [cell, value, sign] = [row * width, 0, 1];
      for (let at = (starts[field] ?? 0) + 1; at <= last; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte >= zero && byte <= nine) value = value * 10 + byte - zero;
        else if (byte === minus) sign = -1;
        else {
          // A comma, or the bracket at the end.
          codes[cell] = sign * value;
          [cell, value, sign] = [cell + 1, 0, 1];
        }
      }
      if (cell !== (row + 1) * width) throw new Error('a response with another number of items');
    },
    finish: (rows) => codes.subarray(0, rows * width),
  };
}
