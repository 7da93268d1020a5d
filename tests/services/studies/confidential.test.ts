import { beforeAll, expect, it } from 'vitest';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import { getConsent } from '#app/services/studies/get-consent.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

describeOnDatabases('a confidential study', () => {
  let bench: StudyBench;
  beforeAll(async () => {
    bench = await setUpStudies();
  });

  it('says what the pseudonym is, and never that answers are anonymous', async () => {
    const design = { ...bench.design, responseMode: 'confidential' as const };
    const { studyId } = await createStudy(bench.researcher, design);
    const { texts } = await getConsent(bench.researcher, { studyId });
    const own = defaultConsent('confidential');
    expect(texts.map(({ text }) => text)).toEqual(
      design.languages.map((language) => own[language]),
    );
    const said = Object.values(own).join(' ').toLowerCase();
    expect(said).not.toMatch(/anonym|anónim|анонимд|анонимн|مجهولة الهوية|匿名/u);
  });
});
