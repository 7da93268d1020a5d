import { valueOf, type Step, type StepOutcomes } from '../steps.ts';
import { rText } from './r-literals.ts';
import { scriptParts } from './script-parts.ts';
import type { StepOptions } from './script-part.ts';

export type ReproducedStep = {
  name: string;
  family: string;
  options: StepOptions;
  report: unknown;
};

export type NumberLine = { step: string; name: string; value: number; tolerance: number };

/** Steps that have a script and came to a result: the others have nothing to compare. */
function comparable(steps: readonly ReproducedStep[]): ReproducedStep[] {
  return steps.filter(({ family, report }) => {
    const isRefused = (report as { ok?: boolean } | null)?.ok === false;
    return scriptParts[family] !== undefined && !isRefused;
  });
}

/** Our numbers that the script computes again. */
export function numberLines(steps: readonly ReproducedStep[]): NumberLine[] {
  return comparable(steps).flatMap(({ name: step, family, report }) => {
    const part = scriptParts[family];
    return Object.entries(part?.numbers(report) ?? {}).flatMap(([name, value]) =>
      typeof value === 'number' ? [{ step, name, value, tolerance: part?.tolerance ?? 0 }] : [],
    );
  });
}

/** How many numbers of an analysis its script computes again. */
export function reproducedNumbers(steps: readonly Step[], outcomes: StepOutcomes): number {
  const reported = steps.flatMap(({ name, family, options }) => {
    const report = valueOf(outcomes, name);
    return report === undefined ? [] : [{ name, family, options, report }];
  });
  return numberLines(reported).length;
}

const head = `# Computes the numbers of this archive again and compares them with numbers.csv.
# Run in the folder of this file: Rscript reproduce.R
d <- read.csv("data.csv", check.names = FALSE, fileEncoding = "UTF-8")
ours <- read.csv("numbers.csv", check.names = FALSE, fileEncoding = "UTF-8")
result <- data.frame()
need <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) {
    stop("This script needs the package ", package, call. = FALSE)
  }
}
compare <- function(step, found) {
  for (row in which(ours$step == step)) {
    theirs <- unname(found[ours$name[row]])
    difference <- abs(ours$value[row] - theirs) / max(1, abs(theirs))
    result <<- rbind(result, data.frame(step = step, name = ours$name[row],
      attune = ours$value[row], R = theirs, agrees = isTRUE(difference <= ours$tolerance[row])))
  }
}
`;

const tail = `
print(result, digits = 10)
cat(sum(result$agrees), "of", nrow(result), "numbers agree\\n")
if (!all(result$agrees)) quit(status = 1)
`;

/** An R script that reads data.csv, computes every step with the packages of the field, and compares. */
export function rScript(steps: readonly ReproducedStep[]): string {
  const known = comparable(steps);
  const packages = new Set(known.flatMap(({ family }) => scriptParts[family]?.packages ?? []));
  const needed = [...packages].map((name) => `need(${rText(name)})`).join('\n');
  const bodies = known.map(({ name, family, options, report }) => {
    const code = scriptParts[family]?.code(options, report) ?? '';
    return `\n# ${name}${code}\ncompare(${rText(name)}, found)`;
  });
  return `${head}${needed}\n${bodies.join('\n')}\n${tail}`;
}
