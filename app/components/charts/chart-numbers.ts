export interface ChartNumbers {
  percent: (value: number) => string;
  /** The bare number of a percentage, for a label inside its bar. */
  whole: (value: number) => string;
  estimate: (value: number) => string;
}

/** One set of formats for figure and table, so that both say a number the same way. */
export function chartNumbers(locale: string, decimals = 0): ChartNumbers {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const estimate = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return {
    whole: (value) => withMinus(whole.format(value)),
    percent: (value) => withMinus(percent.format(value / 100)),
    estimate: (value) => withMinus(estimate.format(value)),
  };
}

function withMinus(text: string): string {
  return text.replace('-', '\u2212');
}
