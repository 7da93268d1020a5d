import { beforeAll, expect, it } from 'vitest';
import { addWave } from '#app/services/studies/add-wave.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { waveNames } from '#app/services/studies/design-schema.ts';
import { getWaves } from '#app/services/studies/get-waves.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

describeOnDatabases('the waves of a study', () => {
  let bench: StudyBench;
  beforeAll(async () => {
    bench = await setUpStudies();
  });

  it('have names of their own from the beginning', async () => {
    const { error } = waveNames.safeParse('W1\n w1 \n');
    expect(error?.issues.map(({ message }) => message)).toEqual(['study-wave-repeated']);
    await expect(
      createStudy(bench.researcher, { ...bench.design, waves: ['W1', 'w1'] }),
    ).rejects.toMatchObject({ reason: 'study-wave-repeated' });
  });

  it('keep names of their own', async () => {
    const { studyId } = await createStudy(bench.researcher, { ...bench.design, waves: ['W1'] });
    const add = (name: string) => addWave(bench.researcher, { studyId, name });
    await expect(add('W1')).rejects.toMatchObject({ reason: 'wave-name-taken' });
    await expect(add('w1')).rejects.toMatchObject({ reason: 'wave-name-taken' });
    const both = await Promise.allSettled([add('W2'), add('w2')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { waves } = await getWaves(bench.researcher, { studyId });
    expect(waves).toHaveLength(2);
    const other = await createStudy(bench.researcher, { ...bench.design, waves: ['W1'] });
    expect(other.studyId).not.toBe(studyId);
  });
});
