import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { directionOf } from '#surveys/model/languages.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysisTable, AnalysisView, Cell } from './study-analysis.ts';

type TextOptions = { isHeader?: boolean; end?: boolean };

const textOf = (cell: Cell | undefined) => (typeof cell === 'object' ? cell.text : (cell ?? ''));

/**
 * One page of an analysis as a Word document, for the results and methods sections of a paper: real
 * tables with header rows that repeat, and the direction of the reader's language.
 */
export async function analysisDocument(
  reader: AnalysisReader,
  title: string,
  view: AnalysisView,
): Promise<Uint8Array<ArrayBuffer>> {
  const isRightToLeft = directionOf(reader.language) === 'rtl';

  function run(text: string, isHeader: boolean): TextRun {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the rule takes it for a string's method
    return new TextRun({ text, bold: isHeader, rightToLeft: isRightToLeft });
  }

  function paragraph(text: string, options: TextOptions = {}): Paragraph {
    return new Paragraph({
      bidirectional: isRightToLeft,
      alignment: options.end ? AlignmentType.END : AlignmentType.START,
      spacing: { after: 80 },
      children: [run(text, options.isHeader ?? false)],
    });
  }
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, heading: level, bidirectional: isRightToLeft });

  function cell(text: string, options: TextOptions): TableCell {
    return new TableCell({ children: [paragraph(text, options)] });
  }

  function tableOf({ title: caption, columns, rows, notes = [] }: AnalysisTable) {
    const header = new TableRow({
      tableHeader: true,
      children: columns.map(({ label, numeric }) =>
        cell(label, { isHeader: true, end: numeric === true }),
      ),
    });
    const body = rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: columns.map(({ key, numeric }) =>
            cell(textOf(row[key]), { end: numeric === true }),
          ),
        }),
    );
    return [
      heading(caption, HeadingLevel.HEADING_2),
      new Table({
        visuallyRightToLeft: isRightToLeft,
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: [header, ...body],
      }),
      ...notes.map((note) => paragraph(note)),
    ];
  }

  const document = new Document({
    title,
    creator: 'Attune',
    sections: [
      {
        children: [
          heading(title, HeadingLevel.HEADING_1),
          ...[...view.findings, ...view.cautions, view.notMeaning].map((text) => paragraph(text)),
          ...view.tables.flatMap(tableOf),
          heading(reader.say('methods'), HeadingLevel.HEADING_2),
          ...view.methods.map((text) => paragraph(text)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
