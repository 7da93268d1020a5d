import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findThemes } from '#analysis/themes/find-themes.ts';

const most = 10_000;

/** A peer that is not there is no peer: PEER_PYTHON names an interpreter that has scikit-learn. */
function peer(texts: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'attune-bench-')), 'texts.jsonl');
  writeFileSync(file, texts.map((text) => JSON.stringify(text)).join('\n'));
  const python = process.env['PEER_PYTHON'] ?? 'python3';
  const run = spawnSync(python, ['tests/bench/themes-peer.py', file], { encoding: 'utf8' });
  if (run.status !== 0) return 'not installed';
  const found = JSON.parse(run.stdout) as { seconds: number; processorSeconds: number };
  return `${found.seconds.toFixed(1)} (processor ${found.processorSeconds.toFixed(1)})`;
}

/** Ten thousand comments, the number of themes found too: seconds here and of scikit-learn in the same run. */
export function measureSpeed(all: readonly string[]): string[] {
  const texts = Array.from({ length: most }, (_, row) => all[row % all.length] ?? '');
  const begun = performance.now();
  const before = process.cpuUsage();
  const { k } = findThemes({ texts, language: 'en', k: 'auto', seed: 1 });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processor = ((user + system) / 1e6).toFixed(1);
  return [String(most), String(k), `${seconds.toFixed(1)} (processor ${processor})`, peer(texts)];
}
