import type { Transaction } from '#db/database.ts';
import { listAuditOrganisations, listChain, type AuditHead } from '#db/queries/audit.server.ts';
import { withActor } from '../../database.server.ts';
import { auditHash, firstHash } from './write-audit.server.ts';

export const auditFaults = ['changed', 'missing', 'cut', 'replaced'] as const;
export type AuditFault = (typeof auditFaults)[number];
export type ChainReport = {
  organisationId: string;
  name: string;
  entries: number;
  fault: { kind: AuditFault; number: number } | null;
};

const batch = 1000;

type Row = Awaited<ReturnType<typeof listChain>>[number];

/** What is wrong with a row that should follow `number` and `hash`. */
function faultOf(row: Row, number: number, hash: string): ChainReport['fault'] {
  if (row.number !== number + 1) return { kind: 'missing', number: number + 1 };
  const { hash: stored, at, ...fields } = row;
  const isIntact =
    row.previousHash === hash && auditHash({ ...fields, at: at.toISOString() }) === stored;
  return isIntact ? null : { kind: 'changed', number: row.number };
}

/** An exported head that the chain no longer contains: its tail was cut, or rewritten as a whole. */
function headFault(heads: readonly AuditHead[], seen: Map<number, string>): ChainReport['fault'] {
  for (const head of heads) {
    const hash = seen.get(head.number);
    if (hash === undefined) return { kind: 'cut', number: head.number };
    if (hash !== head.hash) return { kind: 'replaced', number: head.number };
  }
  return null;
}

async function verifyChain(
  tx: Transaction,
  organisation: { id: string; name: string },
  heads: readonly AuditHead[],
): Promise<ChainReport> {
  const { id: organisationId, name } = organisation;
  const wanted = new Set(heads.map((head) => head.number));
  const seen = new Map<number, string>();
  let number = 0;
  let hash = firstHash;
  for (;;) {
    const rows = await listChain(tx, { organisationId, after: number, limit: batch });
    for (const row of rows) {
      const fault = faultOf(row, number, hash);
      if (fault) return { organisationId, name, entries: number, fault };
      number = row.number;
      hash = row.hash;
      if (wanted.has(number)) seen.set(number, hash);
    }
    if (rows.length < batch) break;
  }
  return { organisationId, name, entries: number, fault: headFault(heads, seen) };
}

/** Recomputes every chain and holds it against the heads that were exported. */
export async function verifyAudit(heads: readonly AuditHead[]): Promise<ChainReport[]> {
  return withActor({ kind: 'system', organisationId: null }, async (tx) => {
    const organisations = await listAuditOrganisations(tx);
    const known = new Set(organisations.map((organisation) => organisation.id));
    const vanished = [...new Set(heads.map((head) => head.organisationId))]
      .filter((id) => !known.has(id))
      .map((id) => ({ id, name: id }));
    const reports: ChainReport[] = [];
    for (const organisation of [...organisations, ...vanished]) {
      const own = heads.filter((head) => head.organisationId === organisation.id);
      reports.push(await verifyChain(tx, organisation, own));
    }
    return reports;
  });
}
