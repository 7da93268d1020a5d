import type { WrittenReport } from './report-text.server.ts';

/** What Markdown would take for its own signs stands as it was written. */
function plain(text: string): string {
  return text.replaceAll(/([\\`*_[\]<>#|~])/g, '\\$1').replaceAll(/\s*\n\s*/g, ' ');
}

/** A report as Markdown, with an address for each thing the records say. */
export function reportMarkdown(report: WrittenReport): string {
  const blocks = [`# ${plain(report.title)}`, ...report.lines.map(plain)];
  for (const item of report.items) {
    if (item.section !== null) blocks.push(`## ${plain(item.section)}`);
    blocks.push(`### ${plain(item.heading)}`, ...item.narrative.map(plain));
    if (item.nothing !== null) blocks.push(`*${plain(item.nothing)}*`);
    if (item.evidence.length > 0) {
      const lines = item.evidence.map(({ text, address }) => `- [${plain(text)}](${address})`);
      blocks.push(`${plain(report.evidenceTitle)}\n\n${lines.join('\n')}`);
    }
    if (item.scores.length > 0) blocks.push(item.scores.map((s) => `- ${plain(s)}`).join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}
