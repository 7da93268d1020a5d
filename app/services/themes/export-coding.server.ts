import { stringify } from 'csv-stringify/sync';
import type { Member } from '#db/actor.server.ts';
import type { Coding } from '#db/queries/coding.server.ts';
import { localText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { safeText } from '../exports/csv-cells.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { codebookXml } from './codebook-xml.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';
import type { CodingFile } from './coding-files.ts';
import { codedWords } from './coded-words.ts';
import { collectInputs } from './collect-inputs.server.ts';
import type { ReportInputs } from './report-inputs.ts';

type Row = readonly (string | number)[];

function rowsOf(
  file: Exclude<CodingFile, 'codebook-qdc'>,
  inputs: ReportInputs,
  { minimum, source }: { minimum: number; source: Coding['source'] },
) {
  const titleOf = new Map(
    inputs.themes.map(({ id, title }) => [id, localText(title, defaultLanguage, defaultLanguage)]),
  );
  const coded = codedWords(inputs, minimum);
  if (file === 'codebook-csv') {
    const rows = coded.map(({ code, people }): Row => [
      ...[code.id, code.name, code.description, titleOf.get(code.themeId ?? '') ?? ''],
      people ?? `<${minimum}`,
    ]);
    // Nobody knows who wrote in a survey: each text counts as one person.
    const counted = source === 'survey' ? 'texts' : 'people';
    return [['code_id', 'code', 'description', 'theme', counted], ...rows];
  }
  const rows = coded.flatMap(({ code, words, people }): Row[] =>
    people === null
      ? []
      : words
          .filter(({ text }) => text.quoteConsentId !== null)
          .map((one): Row => [
            ...[code.id, code.name, titleOf.get(code.themeId ?? '') ?? ''],
            ...[one.text.language, one.origin, one.words],
          ])
          // By their words: the order of rows tells nobody who wrote two of them.
          .sort((a, b) => (String(a.at(-1)) < String(b.at(-1)) ? -1 : 1)),
  );
  return [['code_id', 'code', 'theme', 'language', 'origin', 'words'], ...rows];
}

/**
 * A file of a coding for other programs. It names no person, holds the words of those alone who agreed to
 * be quoted, and of no code that fewer people used than may be described.
 */
export async function exportCoding(
  member: Member,
  { file, ...ids }: CodingIds & { file: CodingFile },
): Promise<string> {
  return changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, context) => {
    const inputs = await collectInputs(tx, context.of);
    await auditPanel(tx, member, {
      action: 'themes.exported',
      panelId: ids.panelId,
      detail: { file },
    });
    if (file !== 'codebook-qdc') {
      const minimum = context.panel.minimumGroup;
      const rows = rowsOf(file, inputs, { minimum, source: context.coding.source });
      return stringify(
        rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell))),
        { bom: true },
      );
    }
    const xml = codebookXml(inputs.codes, inputs.themes);
    if (xml === undefined) throw new ServiceError('not-found');
    return xml;
  });
}
