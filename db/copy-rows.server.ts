import type { SQL } from 'drizzle-orm';
import type { PgDialect } from 'drizzle-orm/pg-core';
import { addAbortSignal, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { queryRows, type Transaction } from './database.ts';

/** What the drivers hide: the dialect that writes SQL, and postgres.js's own transaction. */
type Inside = {
  dialect: PgDialect;
  session: { client: { unsafe: (text: string) => { readable: () => Promise<Readable> } } };
};

export type TextRow = readonly (string | null)[];

const escapes: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r', b: '\b', f: '\f' };

function unescape(field: string): string | null {
  if (field === '\\N') return null;
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}

const silenceMs = 60_000;

/** The driver leaves the stream open for ever when the server fails half-way: silence ends it. */
async function eachChunk(stream: Readable, onChunk: (chunk: Buffer) => void): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMs);
  addAbortSignal(silence.signal, stream);
  try {
    for await (const chunk of stream) {
      timer.refresh();
      onChunk(chunk as Buffer);
    }
    // The driver may have paused its socket at the last chunk and would never hear the next answer.
    stream._read(0);
  } finally {
    clearTimeout(timer);
  }
}

async function copy(tx: Inside, query: SQL, onRow: (row: TextRow) => void): Promise<void> {
  const { sql: text } = tx.dialect.sqlToQuery(query.inlineParams());
  const stream = await tx.session.client.unsafe(`copy (${text}) to stdout`).readable();
  const decoder = new StringDecoder('utf8');
  let rest = '';
  await eachChunk(stream, (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onRow(line.split('\t').map(unescape));
  });
}

/**
 * Reads many rows without holding them: COPY on Postgres, where the parameters are written into the
 * statement; a plain SELECT on the embedded database, which cannot copy to a client. Columns of
 * `query` must be text.
 */
export async function copyRows(
  tx: Transaction,
  query: SQL,
  onRow: (row: TextRow) => void,
): Promise<void> {
  const inside = tx as unknown as Inside;
  if (typeof inside.session.client.unsafe === 'function') {
    await copy(inside, query, onRow);
    return;
  }
  const rows = await queryRows<Record<string, string | null>>(tx, query);
  for (const row of rows) onRow(Object.values(row));
}
