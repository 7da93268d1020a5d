import { beforeAll, expect, it } from 'vitest';
import { createLink } from '#app/services/invitations/create-link.server.ts';
import { getLinks } from '#app/services/invitations/get-links.server.ts';
import { removeLink } from '#app/services/invitations/remove-link.server.ts';
import { closeStudy } from '#app/services/studies/close-study.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

describeOnDatabases('open links', () => {
  let bench: StudyBench;
  let studyId: string;

  beforeAll(async () => {
    bench = await setUpStudies();
    studyId = (await createStudy(bench.researcher, bench.design)).studyId;
  });

  const linksSeenBy = async (member: Member) => (await getLinks(member, { studyId })).links;

  it('makes one of each site and language, with a code nobody misreads', async () => {
    const { researcher, north } = bench;
    const { code } = await createLink(researcher, { studyId, siteId: north, language: 'kk' });
    expect(code).toMatch(/^[2-9a-hj-km-np-z]{10}$/);
    await createLink(researcher, { studyId, siteId: north, language: null });
    await createLink(researcher, { studyId, siteId: null, language: null });
    await expect(
      createLink(researcher, { studyId, siteId: north, language: 'kk' }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'link-exists' });
    const twice = { studyId, siteId: bench.south, language: 'en' };
    const results = await Promise.allSettled([
      createLink(researcher, twice),
      createLink(researcher, twice),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await linksSeenBy(researcher)).toHaveLength(4);
  });

  it('refuses a site, language or study that does not fit', async () => {
    const { researcher, south } = bench;
    await expect(
      createLink(researcher, { studyId, siteId: south, language: 'de' }),
    ).rejects.toMatchObject({ reason: 'study-language-not-offered' });
    const elsewhere = await createWorkspace(['West']);
    await expect(
      createLink(researcher, { studyId, siteId: elsewhere.siteIds[0] ?? '', language: null }),
    ).rejects.toMatchObject({ reason: 'study-site-unknown' });
    const closed = await createStudy(researcher, bench.design);
    await openStudy(researcher, { ...closed, asPilot: true });
    await closeStudy(researcher, closed);
    await expect(
      createLink(researcher, { ...closed, siteId: south, language: null }),
    ).rejects.toMatchObject({ reason: 'study-is-closed' });
  });

  it('a researcher of South has links of South, and none for all sites', async () => {
    const southerner = await createMember(bench.workspace, 'researcher', [bench.south]);
    const refused = { code: 'forbidden' };
    await expect(
      createLink(southerner, { studyId, siteId: bench.north, language: 'en' }),
    ).rejects.toMatchObject(refused);
    await expect(
      createLink(southerner, { studyId, siteId: null, language: 'en' }),
    ).rejects.toMatchObject(refused);
    await createLink(southerner, { studyId, siteId: bench.south, language: 'kk' });
    const seen = await linksSeenBy(southerner);
    expect(seen.every(({ siteId }) => siteId !== bench.north)).toBe(true);
    const everywhere = seen.find(({ siteId }) => siteId === null);
    await expect(
      removeLink(southerner, { studyId, linkId: everywhere?.id ?? '' }),
    ).rejects.toMatchObject(refused);
    const northern = (await linksSeenBy(bench.researcher)).find(
      ({ siteId }) => siteId === bench.north,
    );
    await expect(
      removeLink(southerner, { studyId, linkId: northern?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('removes a link once', async () => {
    const [link] = await linksSeenBy(bench.researcher);
    const target = { studyId, linkId: link?.id ?? '' };
    await removeLink(bench.researcher, target);
    await expect(removeLink(bench.researcher, target)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
