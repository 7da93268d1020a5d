import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { directionOf } from '#surveys/model/languages.ts';
import type { WrittenReport } from './report-text.server.ts';

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** A report as a Word document, in the direction of its language; evidence carries its address. */
export async function reportDocument(report: WrittenReport): Promise<Uint8Array<ArrayBuffer>> {
  const isRightToLeft = directionOf(report.language) === 'rtl';
  const language = isRightToLeft ? { bidirectional: report.language } : { value: report.language };

  function run(text: string, style: { bold?: boolean; italics?: boolean } = {}): TextRun {
    return new TextRun({ text, rightToLeft: isRightToLeft, language, ...style });
  }
  const common = { bidirectional: isRightToLeft, alignment: AlignmentType.START };
  const heading = (text: string, level: Level) =>
    new Paragraph({ ...common, heading: level, children: [run(text)] });
  const paragraph = (text: string, style?: { bold?: boolean; italics?: boolean }) =>
    new Paragraph({ ...common, spacing: { after: 120 }, children: [run(text, style)] });
  const point = (text: string, address?: string) =>
    new Paragraph({
      ...common,
      bullet: { level: 0 },
      children:
        address === undefined
          ? [run(text)]
          : [new ExternalHyperlink({ link: address, children: [run(text)] })],
    });

  const children = [
    heading(report.title, HeadingLevel.HEADING_1),
    ...report.lines.map((line) => paragraph(line)),
  ];
  for (const item of report.items) {
    if (item.section !== null) children.push(heading(item.section, HeadingLevel.HEADING_2));
    children.push(heading(item.heading, HeadingLevel.HEADING_3));
    children.push(...item.narrative.map((line) => paragraph(line)));
    if (item.nothing !== null) children.push(paragraph(item.nothing, { italics: true }));
    if (item.evidence.length > 0) {
      children.push(paragraph(report.evidenceTitle, { bold: true }));
      children.push(...item.evidence.map(({ text, address }) => point(text, address)));
    }
    children.push(...item.scores.map((score) => point(score)));
  }
  const document = new Document({
    title: report.title,
    creator: 'Attune',
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
