import type { Instrument } from '#surveys/model/instrument.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import { getOpened } from '#app/database.server.ts';
import { createStudy, type FieldedStudy } from '#tests/services/results/fielded-study.ts';
import { createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const itemIds = Array.from({ length: 20 }, (_, item) => `q-${item + 1}`);
const languages = ['en', 'kk', 'ru', 'de'];
const [first] = nurseAiReadiness.items;
if (!first) throw new Error('the library has items');

/** Twenty items of five options, a total and four scales. */
const instrument: Instrument = {
  ...nurseAiReadiness,
  slug: 'twenty-items',
  items: itemIds.map((id) => ({ ...first, id })),
  pages: [{ id: 'all', title: nurseAiReadiness.title, items: itemIds }],
  scales: [itemIds, ...[0, 5, 10, 15].map((from) => itemIds.slice(from, from + 5))].map(
    (items, scale) => ({
      id: `scale-${scale}`,
      title: nurseAiReadiness.title,
      items,
      transform: 'mean',
      prorate: true,
      minimumAnswered: items.length - 1,
    }),
  ),
};

/** A study with 40 sites, four languages and two covariates, before anybody has answered. */
export async function createMillionStudy(): Promise<{ workspace: Workspace; study: FieldedStudy }> {
  const workspace = await createWorkspace(
    Array.from({ length: 40 }, (_, site) => `Site ${site + 1}`),
  );
  const covariates = ['role', 'experience'];
  const study = await createStudy(workspace, { instrument, languages, covariates });
  return { workspace, study };
}

const oneOf = (values: readonly string[]) =>
  `(array[${values.map((value) => `'${value}'`).join(',')}])[1 + floor(${values.length} * random())::int]`;

/** Written by the database itself, without its checks of foreign keys, which the ids here satisfy. */
export async function insertResponses(
  { organisationId, siteIds }: Workspace,
  { studyId, waveIds }: FieldedStudy,
  n: number,
): Promise<void> {
  const sql = getOpened().sql;
  if (!sql) throw new Error('this benchmark needs Postgres');
  const code = `case when random() < 0.03 then -2 else
    least(5, greatest(1, round(3.2 + trait + 2 * random() - 1)))::int end`;
  const answers = itemIds
    .map((id, item) => `'${id}', jsonb_build_object('code', codes[${item + 1}])`)
    .join(', ');
  await sql.begin(async (transaction) => {
    await transaction.unsafe(`set local session_replication_role = replica`);
    await transaction.unsafe(`
      insert into responses (organisation_id, id, study_id, wave_id, site_id, language, register,
        completion_mode, origin, day, answers, item_codes, covariates, scoring_recipe_version)
      select '${organisationId}', gen_random_uuid(), '${studyId}', '${waveIds[0] ?? ''}',
        ${oneOf(siteIds)}::uuid, ${oneOf(languages)}, 'standard', 'self', 'synthetic', '2026-11-02',
        jsonb_build_object(${answers}), codes,
        jsonb_build_object('role', nullif(floor(7 * random())::int, 0),
          'experience', nullif(floor(6 * random())::int, 0)), '${scoringRecipeVersion}'
      from (select array[${itemIds.map(() => code).join(',')}]::smallint[] as codes
            from (select 1.4 * (random() + random() - 1) as trait
                  from generate_series(1, ${n}) offset 0) people offset 0) answered`);
  });
  await sql.unsafe('vacuum (analyze) responses');
}
