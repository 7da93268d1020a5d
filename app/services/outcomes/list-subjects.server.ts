import type { Transaction } from '#db/database.ts';
import { listPublishedVersions } from '#db/queries/instrument.server.ts';
import { listPanelTitles } from '#db/queries/panel.server.ts';
import { listEverySite } from '#db/queries/site.server.ts';
import { listStudies } from '#db/queries/study.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { Subject } from '#surveys/model/subject.ts';

/** `number`: of an instrument's version. */
export type NamedSubject = { subject: Subject; name: LocalText; number: number | null };

export function sameSubject(a: Subject, b: Subject): boolean {
  const idOf = (subject: Subject) => ('id' in subject ? subject.id : '');
  return a.kind === b.kind && idOf(a) === idOf(b);
}

/** What a change can be about, as far as the reader sees it. A document has a name and lies elsewhere. */
export async function listSubjects(
  tx: Transaction,
  params: { organisationId: string },
): Promise<NamedSubject[]> {
  const studies = await listStudies(tx, params);
  const versions = await listPublishedVersions(tx, params);
  const sites = await listEverySite(tx, params);
  const panels = await listPanelTitles(tx, params);
  const named = (kind: 'study' | 'site' | 'panel', id: string, name: LocalText): NamedSubject => ({
    subject: { kind, id },
    name,
    number: null,
  });
  return [
    ...studies.map(({ id, title }) => named('study', id, title)),
    ...versions.map(({ id, number, document }): NamedSubject => ({
      subject: { kind: 'instrument-version', id },
      name: document.title,
      number,
    })),
    ...sites.map(({ id, name }) => named('site', id, { en: name })),
    ...panels.map(({ id, title }) => named('panel', id, title)),
    { subject: { kind: 'organisation' }, name: {}, number: null },
  ];
}

/** A name for whatever a change is about; empty where it is gone or not for the reader's eyes. */
export function nameSubject(known: readonly NamedSubject[], subject: Subject): NamedSubject {
  if (subject.kind === 'document') {
    const { name, version } = subject;
    return {
      subject,
      name: { en: version === null ? name : `${name} (${version})` },
      number: null,
    };
  }
  const found = known.find((each) => sameSubject(each.subject, subject));
  return found ?? { subject, name: {}, number: null };
}
