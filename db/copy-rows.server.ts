import type { SQL } from 'drizzle-orm';
import type { PgDialect } from 'drizzle-orm/pg-core';
import { addAbortSignal, type Readable } from 'node:stream';
import { copyField, copyScanner, type CopiedRow } from './copy-text.ts';
import { queryRows, type Transaction } from './database.ts';

/** What the drivers hide: the dialect that writes SQL, and postgres.js's own transaction. */
type Inside = {
  dialect: PgDialect;
  session: { client: { unsafe: (text: string) => { readable: () => Promise<Readable> } } };
};

const silenceMs = 60_000;

/**
 * Every chunk as it arrives, in the same turn: awaiting each would cost more than reading it. The driver
 * leaves the stream open for ever when the server fails half-way: silence ends it. A chunk that cannot
 * be read does not: the rest must come out of the connection before it can be used again.
 */
async function eachChunk(stream: Readable, onChunk: (chunk: Buffer) => void): Promise<void> {
  const silence = new AbortController();
  let isSilent = false;
  const timer = setInterval(() => {
    if (isSilent) silence.abort();
    isSilent = true;
  }, silenceMs);
  addAbortSignal(silence.signal, stream);
  let failure: { error: unknown } | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      stream.on('data', (chunk: Buffer) => {
        isSilent = false;
        if (failure) return;
        try {
          onChunk(chunk);
        } catch (error) {
          failure = { error };
        }
      });
      stream.on('end', resolve);
      stream.on('error', reject);
    });
    // The driver may have paused its socket at the last chunk and would never hear the next answer.
    stream._read(0);
  } finally {
    clearInterval(timer);
  }
  if (failure) throw failure.error;
}

async function copy(tx: Inside, query: SQL, onChunk: (chunk: Buffer) => void): Promise<void> {
  const { sql: text } = tx.dialect.sqlToQuery(query.inlineParams());
  const stream = await tx.session.client.unsafe(`copy (${text}) to stdout`).readable();
  await eachChunk(stream, onChunk);
}

/**
 * Reads many rows without holding them, nor a string for a value: COPY on Postgres, where the parameters
 * are written into the statement; a plain SELECT on the embedded database, which cannot copy to a
 * client. The `width` columns of `query` must be text there, or look the same as text.
 */
export async function copyRows(
  tx: Transaction,
  query: SQL,
  width: number,
  onRow: (row: CopiedRow) => void,
): Promise<void> {
  const scan = copyScanner(width, onRow);
  const inside = tx as unknown as Inside;
  if (typeof inside.session.client.unsafe === 'function') {
    await copy(inside, query, scan);
    return;
  }
  const rows = await queryRows<Record<string, string | null>>(tx, query);
  for (const row of rows) {
    scan(Buffer.from(`${Object.values(row).map(copyField).join('\t')}\n`));
  }
}
