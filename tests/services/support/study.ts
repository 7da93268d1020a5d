import type { Member } from '#db/actor.server.ts';
import { adoptFromLibrary } from '#app/services/instruments/adopt-from-library.server.ts';
import { getVersion } from '#app/services/instruments/get-version.server.ts';
import { publishVersion } from '#app/services/instruments/publish-version.server.ts';
import type { NewStudy } from '#app/services/studies/create-study.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

/** The library's instrument, adopted and published; returns the version's id. */
export async function publishInstrument(workspace: Workspace): Promise<string> {
  const researcher = await createMember(workspace, 'researcher');
  const address = await adoptFromLibrary(researcher, { slug: nurseAiReadiness.slug });
  const { id, contentHash: baseHash } = await getVersion(researcher, address);
  await publishVersion(researcher, { ...address, baseHash, equivalence: null });
  return id;
}

export type StudyBench = {
  workspace: Workspace;
  researcher: Member;
  north: string;
  south: string;
  /** What a study of both sites in two languages is made of. */
  design: NewStudy;
};

export async function setUpStudies(): Promise<StudyBench> {
  const workspace = await createWorkspace(['North', 'South']);
  const researcher = await createMember(workspace, 'researcher');
  const [north = '', south = ''] = workspace.siteIds;
  const design: NewStudy = {
    title: { en: 'Nurses and AI' },
    instrumentVersionId: await publishInstrument(workspace),
    languages: ['en', 'kk'],
    siteIds: [north, south],
    covariates: ['role'],
    responseMode: 'anonymous',
    minimumCellSize: 10,
    waves: ['Spring', 'Autumn'],
  };
  return { workspace, researcher, north, south, design };
}
