import type { Member } from '#db/actor.server.ts';
import { countByChannel, listChannels } from '#db/queries/panel-channel.server.ts';
import { listStrata, listTargetChanges, type Stratum } from '#db/queries/panel-stratum.server.ts';
import { env } from '../../env.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { bandGap, shownCounts } from './band-gap.ts';
import { bandRelease } from './band-release.server.ts';
import { channelYield } from './channel-yield.ts';

type Release = Awaited<ReturnType<typeof bandRelease>>;

/** People by band who declined or left, withheld where few would be described. */
function lossOf(stratum: Stratum, counted: Record<string, number>, minimum: number) {
  const total = Object.values(counted).reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  return shownCounts(stratum, counted, { total, minimum });
}

function questionOf(stratum: Stratum, release: Release, minimum: number) {
  const total = release.members.length;
  const { id, question, source, reason } = stratum;
  return {
    ...{ id, question, source, reason },
    hasTarget: Object.keys(stratum.shares).length > 0,
    ...bandGap(stratum, release.present[id] ?? {}, { total, minimum }),
    declined: lossOf(stratum, release.declined[id] ?? {}, minimum),
    left: lossOf(stratum, release.left[id] ?? {}, minimum),
  };
}

/** Ways by which people come, what each yielded, and how far the panel is from its targets. */
export async function getRecruitment(member: Member, { panelId }: { panelId: string }) {
  const ofPanel = { organisationId: member.organisationId, panelId };
  const read = await readPanel(member, { panelId }, async (tx, panel) => ({
    panel,
    channels: await listChannels(tx, ofPanel),
    counts: await countByChannel(tx, ofPanel),
    strata: await listStrata(tx, ofPanel),
    changes: await listTargetChanges(tx, ofPanel),
  }));
  const { panel, strata, changes, frame } = read;
  const minimum = panel.minimumGroup;
  const ids = read.channels.map(({ id }) => id);
  const yields = channelYield(ids, read.counts, minimum);
  const release = await bandRelease(panel);
  const total = release.members.length;
  return {
    ...{ frame, changes, minimum, publicUrl: env().publicUrl },
    channels: read.channels.map((channel) => ({
      ...channel,
      yield: yields.get(channel.id) ?? null,
    })),
    hasPeople: read.counts.length > 0,
    countedOn: release.countedOn,
    total: total >= minimum ? total : null,
    questions: strata.map((stratum) => questionOf(stratum, release, minimum)),
    isAsking:
      Object.keys(panel.demographicsPurpose).length > 0 && panel.demographicsExpireOn !== null,
  };
}
