import type { Member } from '#db/actor.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { getReport } from './get-report.server.ts';
import { reportDocument } from './report-document.server.ts';
import { reportMarkdown } from './report-markdown.ts';
import { writeReport } from './report-text.server.ts';

type Wanted = { panelId: string; number: number; format: 'docx' | 'md'; language: Language };

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A published report as a file, in one of the panel's languages. */
export async function getReportFile(member: Member, { format, language, ...ids }: Wanted) {
  const report = await getReport(member, ids);
  const spoken = report.content.languages.includes(language)
    ? language
    : (report.content.languages[0] ?? language);
  const written = await writeReport(ids.panelId, report, spoken);
  const name = `${report.content.kind}-${ids.number}-${spoken}.${format}`;
  return format === 'docx'
    ? { body: await reportDocument(written), name, type: word }
    : { body: reportMarkdown(written), name, type: 'text/markdown; charset=utf-8' };
}
