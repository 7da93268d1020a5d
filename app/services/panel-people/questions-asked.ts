import type { Stratum } from '#db/queries/panel-stratum.server.ts';
import { today } from '../../today.ts';
import type { Panel } from '../panels/read-panel.server.ts';

/** What people are asked about themselves: what a target uses, while purpose and end are stated. */
export function questionsAsked(
  panel: Pick<Panel, 'demographicsPurpose' | 'demographicsExpireOn'>,
  strata: readonly Stratum[],
) {
  const { demographicsPurpose, demographicsExpireOn } = panel;
  const isSaid = Object.keys(demographicsPurpose).length > 0;
  if (!isSaid || demographicsExpireOn === null || demographicsExpireOn <= today()) return [];
  return strata
    .filter(({ shares }) => Object.keys(shares).length > 0)
    .map(({ id, question, bands }) => ({ id, question, bands }));
}
