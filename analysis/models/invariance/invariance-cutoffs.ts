/** Changes of fit from a model to the next more restricted one. */
export interface FitChange {
  readonly cfi: number | undefined;
  readonly rmsea: number | undefined;
  readonly srmr: number;
}

interface Limits {
  /** A fall of CFI by as much speaks against invariance … */
  readonly cfi: number;
  /** … when RMSEA or SRMR rises by as much as these; none: CFI decides alone. */
  readonly rmsea?: number;
  readonly srmr?: number;
}

export interface Cutoff {
  readonly name: string;
  readonly source: string;
  /** Sample sizes it was made for. */
  readonly minimumN: number;
  readonly maximumN: number;
  readonly loadings: Limits;
  /** Intercepts and residuals. */
  readonly later: Limits;
}

/** Published cut-offs; all from simulations of two groups with maximum likelihood. */
export const invarianceCutoffs: readonly Cutoff[] = [
  {
    name: 'cheung-rensvold-2002',
    source: 'https://doi.org/10.1207/S15328007SEM0902_5',
    minimumN: 0,
    maximumN: Infinity,
    loadings: { cfi: 0.01 },
    later: { cfi: 0.01 },
  },
  {
    name: 'chen-2007-above-300',
    source: 'https://doi.org/10.1080/10705510701301834',
    minimumN: 301,
    maximumN: Infinity,
    loadings: { cfi: 0.01, rmsea: 0.015, srmr: 0.03 },
    later: { cfi: 0.01, rmsea: 0.015, srmr: 0.01 },
  },
  {
    name: 'chen-2007-to-300',
    source: 'https://doi.org/10.1080/10705510701301834',
    minimumN: 0,
    maximumN: 300,
    loadings: { cfi: 0.005, rmsea: 0.01, srmr: 0.025 },
    later: { cfi: 0.005, rmsea: 0.01, srmr: 0.005 },
  },
];
