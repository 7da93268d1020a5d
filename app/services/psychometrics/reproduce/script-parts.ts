import { cfa } from './parts/cfa.ts';
import { cfaOrdinal } from './parts/cfa-ordinal.ts';
import { dif } from './parts/dif.ts';
import { efa } from './parts/efa.ts';
import { factorability } from './parts/factorability.ts';
import { invariance } from './parts/invariance.ts';
import { invarianceOrdinal } from './parts/invariance-ordinal.ts';
import { irtGrm } from './parts/irt-grm.ts';
import { manyGroups } from './parts/many-groups.ts';
import { multilevelLinear } from './parts/multilevel-linear.ts';
import { multilevelOrdinal } from './parts/multilevel-ordinal.ts';
import { numberOfFactors } from './parts/number-of-factors.ts';
import { paired } from './parts/paired.ts';
import { reliability } from './parts/reliability.ts';
import { twoGroups } from './parts/two-groups.ts';
import type { ScriptPart } from './script-part.ts';

/** By the family's name. */
export const scriptParts: Readonly<Record<string, ScriptPart>> = {
  ...{ cfa, cfa_ordinal: cfaOrdinal, dif, efa, factorability },
  invariance,
  ...{ invariance_ordinal: invarianceOrdinal, irt_grm: irtGrm, many_groups: manyGroups },
  ...{ multilevel_linear: multilevelLinear, multilevel_ordinal: multilevelOrdinal },
  ...{ number_of_factors: numberOfFactors, paired, reliability, two_groups: twoGroups },
};
