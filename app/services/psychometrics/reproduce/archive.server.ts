import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import JSZip from 'jszip';

export type ArchiveFile = { name: string; body: string };

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Files in one ZIP, with a list of their SHA-256 hashes. */
export async function archive(files: readonly ArchiveFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const hashes = files.map(({ name, body }) => `${hashOf(body)}  ${name}`);
  const zip = new JSZip();
  for (const { name, body } of files) zip.file(name, body);
  zip.file('SHA256SUMS', `${hashes.join('\n')}\n`);
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
}

export function csvFile(
  name: string,
  rows: readonly (readonly (string | number)[])[],
): ArchiveFile {
  return { name, body: stringify(rows as (string | number)[][]) };
}
