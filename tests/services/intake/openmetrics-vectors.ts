/** Lines before `# EOF` by the rule of OpenMetrics 1.0 that they are about; each case is a whole scrape. */
const hist = '# TYPE a histogram\n';
const gauges = '# TYPE a gaugehistogram\n';
const bucket = (text: string) => `${hist}a_bucket{le="+Inf"} 1 ${text}`;
const longName = 'x'.repeat(128);

export const valid: readonly string[] = [
  ...['# TYPE a counter\n# HELP a help\na_total 1', '# TYPE a gauge\na 1', 'a 1', 'a NaN'],
  ...['# HELP a \n# UNIT a ', '# HELP a help\n# TYPE a counter\na_total 1', '# HELP a he\0lp'],
  ...['# TYPE a summary\na_count 1\na_sum 2\na{quantile="0.5"} 0.7\na{quantile="1"} 0.8'],
  `${hist}a_bucket{le="1.0"} 0\na_bucket{le="+Inf"} 3\na_count 3\na_sum 2`,
  `${hist}a_bucket{le="1.0"} 0.0\na_bucket{le="+Inf"} 3.0\na_count 3.0\na_sum 2.0`,
  `${hist}a_bucket{le="1e-04"} 0\na_bucket{le="1.1e-4"} 0\na_bucket{le="1e+05"} 0\na_bucket{le="+Inf"} 3`,
  `${hist}a_bucket{le="-1.0"} 0\na_bucket{le="1.0"} 1\na_bucket{le="+Inf"} 3`,
  `${hist}a_bucket{le="1.0"} 0 # {a="b"} 0.5\na_bucket{le="+Inf"} 3 # {a="${'2'.repeat(127)}"} 4 123`,
  `${hist}a_bucket{le="1.0",foo="bar # "} 0 # {a="b",foo="bar # bar"} 0.5\na_bucket{le="+Inf",foo="bar # "} 3`,
  `${gauges}a_bucket{le="1.0"} 0\na_bucket{le="+Inf"} 3\na_gcount 3\na_gsum 2`,
  `${gauges}a_bucket{le="-1.0"} 1\na_bucket{le="1.0"} 2\na_bucket{le="+Inf"} 3\na_gcount 3\na_gsum -5`,
  `${gauges}a_bucket{le="1.0"} 0 123 # {a="b"} 0.5\na_bucket{le="+Inf"} 3 123 # {a="d"} 4 123`,
  ...[
    '# TYPE a counter\na_total 0 123 # {a="b"} 0.5',
    '# TYPE a counter\na_total{} 0 123 # {} 0.5',
  ],
  ...['# TYPE a info\na_info{foo="bar"} 1', '# TYPE a stateset\na{a="bar"} 0\na{a="foo"} 1.0'],
  '# TYPE a info\na_info{a="1",foo="bar"} 1 1\na_info{a="2",foo="bar"} 1 0',
  '# TYPE a gauge\na{a="1"} 1 0.0\na{a="1"} 2 0.5\na{a="2"} 4 0.0',
  '# TYPE a unknown\na{instance="rough-snowflake-web",port="6380"} 10.0',
  '# TYPE a counter\na_total{foo="bar",bar="b{a}z"} 1\na_total{foo="} foo # bar # "} 1',
  ...['# TYPE a gauge\na{foo="bar"} +Inf\na{foo="baz"} -Inf', '# TYPE a counter\na_total{} 1'],
  '# TYPE a counter\na_total{foo="bar"} 1\na_total{foo=""} 2',
  '# TYPE a counter\na_total{foo="1"} 1 000\na_total{foo="2"} 1 0.0\na_total{foo="5"} 1 1.5e3',
  '# TYPE a counter\na_total{foo="4"} 1 12345678901234567890.1234567890',
  '# TYPE a_seconds counter\n# UNIT a_seconds seconds\na_seconds_total 1\na_seconds_created 1.5',
];

export const invalid: Readonly<Record<string, readonly string[]>> = {
  'lines of nothing': ['', '\na 1', 'a 1\n', 'a 1\n\nb 1', ' a 1', 'a 1\r'],
  'words of metadata': [
    ...[
      '#',
      '# ',
      '# TYPE',
      '# TYPE ',
      '# TYPE a',
      '# TYPE a ',
      '# TYPE a untyped',
      '# TYPE a Gauge',
    ],
    ...[
      '# TYPE a gauge ',
      '#TYPE a gauge',
      '# HELP',
      '# HELP ',
      '# HELP a',
      '# HELP a\t',
      '# FOO a x',
    ],
    ...[
      '# UNIT',
      '# UNIT ',
      '# UNIT a',
      '# UNIT a\t',
      '# UNIT a seconds',
      '# UNIT a_seconds seconds ',
    ],
    ...['# TYPE x_u info\n# UNIT x_u u', '# TYPE x_u stateset\n# UNIT x_u u', '# type a gauge'],
    ...[
      '# UNIT x_u u\n# TYPE x_u info',
      '# comment',
      ' # TYPE a gauge',
      '# EOF ',
      '#EOF',
      '# EOFx',
    ],
  ],
  'metadata that come late or again': [
    ...['# HELP a x\na 1\n# TYPE a gauge', '# TYPE a gauge\na 1\n# HELP a gauge'],
    ...['# TYPE a_s gauge\na_s 1\n# UNIT a_s s', '# HELP a \n# HELP a ', '# HELP a x\n# HELP a x'],
    ...['# TYPE a unknown\n# TYPE a unknown', '# UNIT a_s s\n# UNIT a_s s'],
  ],
  names: ['0a 1', 'a.b 1', 'a-b 1', 'é 1', '{a="b"} 1'],
  labels: [
    ...[
      'a{a="1"',
      'a{a="1",} 1',
      'a{,} 1',
      'a{a=1} 1',
      "a{a='1'} 1",
      'a{a="1"b="2"} 1',
      'a{a="1} 1',
    ],
    ...['a{1="1"} 1', 'a{a="1",a="1"} 1', 'a{a ="1"} 1', 'a{ a="1"} 1', 'a {a="1"} 1', 'a{a="1"}1'],
    ...['a{a="1" } 1', 'a{a="1", b="2"} 1', 'a{"a"="1"} 1', 'a{a="\\"} 1', 'a{a="\n"} 1'],
  ],
  values: [
    ...['a', 'a ', 'a a', 'a  1', 'a 1\t', 'a 1 ', 'a 1_2', 'a 0x1p-3', 'a 0b1', 'a 0B1', 'a 0x1'],
    ...['a 0X1', 'a 0o1', 'a 0O1', 'a +NaN', 'a 1e', 'a .', 'a ١'],
  ],
  times: [
    ...['a 1 z', 'a 1 1z', 'a 1 1_2', 'a 1 1.1.1', 'a 1 NaN', 'a 1 Inf', 'a 1 +Inf', 'a 1 -Inf'],
    ...['a 1 0x1p-3', 'a 1 1 1'],
  ],
  exemplars: [
    ...['#', '# ', '#{} 1', '# {}1', '# {} 1 ', '# {} 1 1 ', '# {} 0x1p-3', '# {} 1 0x1p-3'].map(
      bucket,
    ),
    ...[`# {a="${longName}"} 1 1`, '# {} 1 NaN', '# {a="1",a="2"} 1'].map(bucket),
    `${hist}a_bucket{le="+Inf"} 1# {} 1`,
    ...['# {id="a"}  ', '# id="a"} 1', '#id=" # "} 1', 'id=" # "} 1'].map(
      (end) => `# TYPE a counter\na_total 1 1 ${end}`,
    ),
    `${hist}a_bucket{le="+Inf"} 1\na_count 1\na_sum 1 # {a="b"} 0.5`,
    `${gauges}a_bucket{le="+Inf"} 1\na_gcount 1\na_gsum 1 # {a="b"} 0.5`,
    ...[
      '# TYPE a_bucket gauge\na_bucket 1 # {a="b"} 0.5',
      '# TYPE a counter\na_created 1 # {a="b"} 0.5',
    ],
    ...[
      '# TYPE a gauge\na 1 # {a="b"} 1',
      '# TYPE a info\na_info 1 # {a="b"} 1',
      'a 1 # {a="b"} 1',
    ],
    '# TYPE a stateset\na{a="b"} 1 # {c="d"} 1',
  ],
  'infos, states and summaries': [
    ...[
      '# TYPE a stateset\na 2',
      '# TYPE a info\na 2',
      '# TYPE a stateset\na 0',
      '# TYPE a info\na 1',
    ],
    ...[
      '# TYPE a info\na_info{foo="bar"} 2',
      '# TYPE a stateset\na{a="bar"} 2',
      '# TYPE a summary\na 0',
    ],
    ...['-1', 'foo', '1.01', 'NaN', ''].map((q) => `# TYPE a summary\na{quantile="${q}"} 0`),
    ...[
      'a_sum NaN',
      'a_count NaN',
      'a_sum -1',
      'a_count -1',
      'a_count 0.5',
      'a{quantile="0.5"} -1',
    ].map((line) => `# TYPE a summary\n${line}`),
  ],
  counters: ['a_total NaN', 'a_total -1', 'a 1', 'a_created NaN', 'a_total 1\na_total 2'].map(
    (line) => `# TYPE a counter\n${line}`,
  ),
  histograms: [
    ...['a_bucket 0', 'a_sum 1', 'a_count 1', 'a_sum NaN', 'a_sum -1', 'a_bucket{le="+INF"} 0'],
    ...[
      'a_bucket{le="+Inf"} NaN',
      'a_bucket{le="+Inf"} -1',
      'a_bucket{le="+Inf"} 0.5',
      'a_bucket{le="x"} 0',
    ],
    'a_bucket{le="-1.0"} 1\na_bucket{le="+Inf"} 2\na_sum -1\na_count 2',
    'a_bucket{le="-1.0"} 1\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2',
    ...['a_bucket{le="+Inf"} 0\na_sum 0', 'a_bucket{le="+Inf"} 0\na_count 0', 'a_bucket{le="1"} 0'],
    ...['a_count 1\na_bucket{le="+Inf"} 0', 'a_bucket{le="+Inf"} 0\na_count 1\na_sum 0'],
    'a_bucket{le="2"} 0\na_bucket{le="1"} 0\na_bucket{le="+Inf"} 0',
    'a_bucket{le="1"} 1\na_bucket{le="2"} 1\na_bucket{le="+Inf"} 0',
    'a_bucket{le="+Inf"} 1\na_count 1\na_sum -1',
    'a_bucket{a="1",le="1"} 0\na_bucket{a="2",le="+Inf"} 0\na_bucket{a="1",le="+Inf"} 0',
    'a_sum{a="1"} 0\na_sum{a="2"} 0\na_count{a="1"} 0',
  ].map((lines) => `${hist}${lines}`),
  'histograms of gauges': [
    ...['a_bucket 0', 'a_gsum 1', 'a_bucket{le="+Inf"} NaN', 'a_bucket{le="+Inf"} -1\na_gcount -1'],
    ...[
      'a_bucket{le="+Inf"} 1\na_gsum -1',
      'a_bucket{le="+Inf"} 1\na_gsum NaN',
      'a_bucket{le="+Inf"} 0.5',
    ],
    ...['a_bucket{le="+Inf"} 0\na_gsum 0', 'a_bucket{le="+Inf"} 0\na_gcount 0'],
    'a_bucket{le="+Inf"} 1\na_gsum -1\na_gcount 1',
    'a_gsum{a="1"} 0\na_gsum{a="2"} 0\na_gcount{a="1"} 0',
  ].map((lines) => `${gauges}${lines}`),
  order: [
    ...[
      'a 0 -1\na 0 -2',
      'a 0 1\na 0 -1',
      'a 0 1.1\na 0 1',
      'a 0\na 0 0',
      'a 0 0\na 0',
      'a 0\na 0',
    ].map((lines) => `# TYPE a gauge\n${lines}`),
    ...['a 1\nb 1\na 2', '# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# HELP a x'],
    '# TYPE a gauge\na{x="1"} 1\na{x="2"} 1\na{x="1"} 1',
  ],
  'names that clash': [
    ...['# TYPE a counter\n# TYPE a counter', '# TYPE a info\n# TYPE a counter'],
    ...['# TYPE a_created gauge\n# TYPE a counter', 'a_total 1\n# TYPE a counter\na_total 2'],
    '# TYPE a histogram\na_bucket{le="+Inf"} 1\n# TYPE a_count gauge\na_count 1',
  ],
};
