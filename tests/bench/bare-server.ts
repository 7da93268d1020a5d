import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import postgres from 'postgres';

// The peer of the load benchmark: the same row by node:http and postgres.js, and nothing else.
const [url = '', port = '0'] = process.argv.slice(2);
const sql = postgres(url, { max: 10, onnotice: () => undefined });
await sql`create table if not exists bare_drafts (ballot_hash text primary key, content jsonb not null)`;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    sql`insert into bare_drafts values (${randomUUID()}, ${sql.json(fields)})`.then(
      () => response.writeHead(303, { Location: '/next' }).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => {
  server.close(() => void sql.end().then(() => process.exit(0)));
  server.closeAllConnections();
});
