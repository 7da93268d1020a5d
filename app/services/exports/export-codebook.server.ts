import { stringify } from 'csv-stringify/sync';
import type { TFunction } from 'i18next';
import type { Member } from '#db/actor.server.ts';
import { isPilotLanguage } from '#surveys/model/publishable.ts';
import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';
import { missingCode, missingReasons } from '#surveys/model/answers.ts';
import { staffCovariates } from '#surveys/model/covariates.ts';
import { translateInto } from '../../i18n/translate.server.ts';
import { orderedOptions } from '../results/build-readiness-input.ts';
import { safeText } from './csv-cells.ts';
import { readExport, type ExportInput, type Exported } from './export-responses.server.ts';
import { pooledLevel } from './quasi-identifiers.ts';

type T = TFunction<'results'>;
/** Variable, value, meaning. */
type Line = [string, string | number, string];

function itemLines({ instrument }: Exported['study'], read: Read, t: T): Line[] {
  return instrument.items.flatMap((item): Line[] => [
    [item.id, '', read(item.stem)],
    ...(item.reverseKeyed ? [[item.id, '', t('codebook.reverseKeyed')] as Line] : []),
    ...orderedOptions(instrument, item.optionSet).map(({ code, score, label }): Line => {
      const meaning = t('codebook.option', { label: read(label), score });
      return [item.id, code, meaning];
    }),
  ]);
}

function scaleLines({ instrument }: Exported['study'], read: Read, t: T): Line[] {
  return instrument.scales.map((scale): Line => {
    const recipe = t(`codebook.transform.${scale.transform}`, {
      items: scale.items.join(' '),
      minimum: scale.minimumAnswered,
      count: scale.items.length,
    });
    return [scale.id, '', `${read(scale.title)}: ${recipe}`];
  });
}

function groupLines({ study, responses }: Exported, read: Read, t: T): Line[] {
  const asked = staffCovariates.filter(({ id }) => study.covariates.includes(id));
  return [
    ...study.waves
      .filter(({ id }) => responses.waveIds.includes(id))
      .map(({ number, name }): Line => ['wave', number, name]),
    ...study.sites.map(({ name }): Line => ['site', name, t('codebook.site')]),
    ...study.languages.map((language): Line => {
      const isPilot = isPilotLanguage(study.instrument, language as Language);
      return ['language', language, t(isPilot ? 'codebook.languagePilot' : 'codebook.language')];
    }),
    ...asked.flatMap(({ id, question, options }): Line[] => [
      [id, '', read(question)],
      ...options.map(({ code, label }): Line => [id, code, read(label)]),
    ]),
  ];
}

function coarseningLines({ responses, study }: Exported, t: T): Line[] {
  const steps = responses.steps.map((step): Line => {
    if (step.action === 'dropped') return [step.column, '', t('codebook.dropped')];
    if (step.column !== 'day') return [step.column, pooledLevel, t('codebook.pooled')];
    return ['day', '', t(step.level === 1 ? 'codebook.month' : 'codebook.noDay')];
  });
  const facts = { minimum: study.minimumCellSize, smallest: responses.smallestClass };
  return [
    ...steps,
    ['', '', t('codebook.kAnonymous', facts)],
    ['', '', t('codebook.leftOut', { count: responses.leftOut })],
  ];
}

type Read = (text: LocalText) => string;

/** What every column and number of the exported file means, in one language. */
export async function exportCodebook(
  member: Member,
  studyId: string,
  input: ExportInput & { language: Language },
): Promise<string> {
  const exported = await readExport(member, studyId, input.reason, 'codebook');
  const { study } = exported;
  const i18n = await translateInto(input.language);
  const t = i18n.getFixedT(input.language, 'results');
  const read: Read = (text) => localText(text, input.language, study.instrument.sourceLanguage);
  const rows: Line[] = [
    [t('codebook.variable'), t('codebook.value'), t('codebook.meaning')],
    ...itemLines(study, read, t),
    ...missingReasons.map((reason): Line => {
      return ['', missingCode(reason), t(`missing.${reason}`)];
    }),
    ...scaleLines(study, read, t),
    ...groupLines(exported, read, t),
    ...coarseningLines(exported, t),
  ];
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)),
  );
  return stringify(cells, { bom: input.hasByteOrderMark, record_delimiter: 'windows' });
}
