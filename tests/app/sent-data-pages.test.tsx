import type { FunctionComponent } from 'react';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import OverviewPage, {
  loader as loadOverview,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring/route.tsx';
import MetricPage, {
  loader as loadMetric,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.metrics.$metricId/route.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import words from '#app/i18n/en/monitoring.json' with { type: 'json' };
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMachine } from '#tests/support/machine.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { readGolden } from '../analysis/monitoring/golden/golden.ts';
import { emergencyTables, employmentRecords } from '../services/monitoring/real-records.ts';
import { adopted, frozenBins, newPlace, type Place } from '../services/monitoring/watched-place.ts';
import { plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

type Who = Awaited<ReturnType<typeof signedInAs>>;

type Days = { start: string; end: string };
type Group = { positives: number; tpr_diff_vs_ref: number; tpr_diff_newcombe: number[] };
type Golden = {
  by_year: Record<string, { psi_vs_2015: number }>;
  subgroups: { dis: { groups: { 1: Group } }; rac1p: { groups: Record<string, Group> } };
};

const golden = readGolden('acs-employment-golden.json') as Golden;

const points = (share: number) => (100 * share).toFixed(1).replace(/\.0$/u, '').replace('-', '−');

/** The page as its reader has it: through the route's own loader and component. */
async function open(who: Who, at: Place, metricId?: string): Promise<string> {
  const { systemId, deploymentId } = at;
  const request = new Request('http://localhost:3000/x?lang=en', { headers: who.headers });
  const params = { systemId, deploymentId, ...(metricId === undefined ? {} : { metricId }) };
  const args = { request, params, context: {} };
  const page: object = metricId === undefined ? await loadOverview(args) : await loadMetric(args);
  const Page: FunctionComponent = metricId === undefined ? OverviewPage : MetricPage;
  const i18n = await createI18n('en');
  return renderInRouter(
    <I18nextProvider i18n={i18n}>
      <Page />
    </I18nextProvider>,
    '?lang=en',
    undefined,
    page,
  );
}

const metricIds = (overview: string) => [
  ...new Set([...overview.matchAll(/\/metrics\/([0-9a-f-]{36})/gu)].map(([, id = '']) => id)),
];

const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) =>
      plainText(cell).replaceAll(/[\u2066-\u2069]/gu, ''),
    ),
  );

/** Rows of the page's tables that say in their last column what can be said. */
const verdictsIn = (page: string) =>
  [...page.matchAll(/<table.*?<\/table>/gsu)]
    .map(([table]) => rowsOf(table))
    .filter(([heading]) => heading?.at(-1) === words.group.verdict)
    .flatMap(([, ...rows]) => rows);

describeOnDatabases('pages of what was sent', () => {
  async function watchedPlace() {
    const who = await signedInAs('model-owner');
    const { organisationId, userId } = who;
    const member: Member = {
      ...{ kind: 'member', organisationId, userId },
      ...{ role: 'model-owner', siteIds: null },
    };
    const at = await newPlace(member, who.siteIds[0] ?? '', '1990-01-01');
    return { who, at, machine: await createMachine(member, at) };
  }

  it('show the gap of disabled people, groups of which nothing can be told, and no drift', async () => {
    const { who, at, machine } = await watchedPlace();
    const { records, reference } = employmentRecords();
    await frozenBins(at, 'score-drift', '', reference, '2016-01-01');
    await adopted(at, [
      {
        ...{ metric: 'sensitivity', cadence: 'year' },
        subgroups: [
          { dimension: 'disability', reference: 'no', margin: 0.1 },
          { dimension: 'race', reference: '1', margin: 0.1 },
        ],
      },
      { metric: 'score-drift', cadence: 'year' },
    ]);
    // Outcomes of the last year alone: those of which the expected values speak.
    const told = records.filter(
      ({ kind, period }) => kind === 'score-histogram' || (period as Days).start === '2018-01-01',
    );
    const sent = { deployment: machine.deployment, model_version: '1.0', records: told };
    expect((await machine.send(sent)).status).toBe(201);
    const overview = await open(who, at);
    const [sensitivity = '', drift = ''] = metricIds(overview);
    const groups = verdictsIn(await open(who, at, sensitivity));
    const { subgroups, by_year: years } = golden;
    const { tpr_diff_vs_ref: difference, tpr_diff_newcombe: interval } = subgroups.dis.groups['1'];
    const [value, low, high] = [difference, ...interval].map(points);
    expect(value).toMatch(/^−5[67]/u);
    expect(groups.find(([level]) => level === 'yes')?.slice(-3)).toEqual([
      `${value} (${low} to ${high})`,
      '&lt; 0.001',
      'Gap',
    ]);
    const verdicts = new Map(groups.map((cells) => [cells[0], cells.at(-1)]));
    // Of groups of a few people nothing can be told, and none of them is the reference.
    for (const [level, { positives }] of Object.entries(subgroups.rac1p.groups)) {
      if (positives < 30) expect(verdicts.get(level), level).toMatch(/^Cannot tell/u);
    }
    expect(
      Object.values(subgroups.rac1p.groups).filter(({ positives }) => positives < 30).length,
    ).toBeGreaterThan(1);
    const periods = verdictsIn(await open(who, at, drift));
    expect(periods.map((cells) => cells.at(-1))).toEqual(Array(3).fill('As before'));
    for (const [index, year] of ['2016', '2017', '2018'].entries()) {
      expect(periods[index]?.[0]).toContain(year);
      expect(periods[index]?.[2]).toContain(years[year]?.psi_vs_2015.toFixed(4));
    }
  });

  it('show limits of breaches that five months of 36 lie beyond', async () => {
    const { who, at, machine } = await watchedPlace();
    await adopted(at, [{ metric: 'breach' }]);
    const search = `?deployment=${machine.deployment}&model_version=1.0`;
    const table = emergencyTables().get('RF4') ?? '';
    expect((await machine.send(table, { media: 'text/csv', search })).status).toBe(201);
    const [metricId = ''] = metricIds(await open(who, at));
    const months = rowsOf(await open(who, at, metricId)).filter(([day = '']) =>
      / 201\d$/u.test(day),
    );
    expect(months).toHaveLength(36);
    expect(months.filter(([, remark = '']) => remark.includes('outside the limits'))).toHaveLength(
      5,
    );
  });
});
