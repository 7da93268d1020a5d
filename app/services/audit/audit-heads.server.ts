import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listAuditHeads, type AuditHead } from '#db/queries/audit.server.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { log } from '../../log.server.ts';

const headSchema = z.object({ organisationId: z.uuid(), number: z.int(), hash: z.string() });

function headsFile(): string {
  return join(env().dataDir, 'audit-heads.jsonl');
}

/**
 * Writes the end of every chain where the database cannot reach it, and into the log: a chain alone
 * does not show that its tail was cut off.
 */
export async function exportAuditHeads(on: string): Promise<AuditHead[]> {
  const heads = await withActor({ kind: 'system', organisationId: null }, listAuditHeads);
  for (const head of heads) {
    appendFileSync(headsFile(), `${JSON.stringify({ on, ...head })}\n`);
    log.info({ auditHead: head }, 'audit head');
  }
  return heads;
}

export function readAuditHeads(): AuditHead[] {
  if (!existsSync(headsFile())) return [];
  return readFileSync(headsFile(), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => headSchema.parse(JSON.parse(line)));
}
