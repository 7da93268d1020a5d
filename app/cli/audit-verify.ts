import { readAuditHeads } from '../services/audit/audit-heads.server.ts';
import { verifyAudit, type ChainReport } from '../services/audit/verify-audit.server.ts';
import { runCommand } from './run-command.ts';

const faultTexts = {
  changed: 'was changed',
  missing: 'is missing',
  cut: 'was exported once and is gone: the end was cut off',
  replaced: 'differs from what was exported: the chain was rewritten',
} as const;

function describe({ name, entries, fault }: ChainReport): string {
  if (fault === null) return `ok      ${name}: ${entries} entries`;
  return `BROKEN  ${name}: entry ${fault.number} ${faultTexts[fault.kind]}`;
}

await runCommand(async () => {
  const heads = readAuditHeads();
  const reports = await verifyAudit(heads);
  for (const report of reports) process.stdout.write(`${describe(report)}\n`);
  if (heads.length === 0) {
    process.stdout.write('note    no exported heads yet: a cut end cannot be found without them\n');
  }
  const broken = reports.filter((report) => report.fault !== null).length;
  process.stdout.write(`${reports.length - broken} chains intact, ${broken} broken\n`);
  return broken === 0 ? 0 : 1;
});
