import type { Field, System } from '@systems/system';
import type { Seeded } from './seeded';

/* Random replies with known content, so that the reading can be checked against it. */

export interface MadeReply {
  readonly text: string;
  /** Field → its values, all different, in text order. */
  readonly planted: Readonly<Record<string, readonly string[]>>;
  /** The layout, for failure messages. */
  readonly kind: string;
}

interface Row {
  readonly field: Field;
  readonly label: string;
  readonly values: readonly string[];
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const ENVIRONMENTS = [
  ['Test', 'Production'],
  ['Essai', 'Production'],
  ['Sandbox', 'Live'],
  ['UAT', 'PROD'],
  ['Staging', 'Production'],
] as const;
const BEFORE = [
  '',
  'Hello,\n\nHere are the values you asked for.\n\n',
  'Bonjour,\n\nVoici les valeurs demandées.\n\n',
  'Hi Sam, thanks for your patience!\n\n',
];
const AFTER = [
  '',
  '\n\nRegards,\nPat Lee\nVendor Inc.\n613-555-0142\npat@vendor.example\n',
  '\n\nCordialement,\nDominique Roy\nTél. : 613 555-0142\n',
  '\n\nPlease keep the secret safe.\n',
];

const token = (random: Seeded, length: number): string =>
  // A digit and both cases, so that it is not taken for a word.
  `${Array.from({ length }, () => random.pick([...LETTERS])).join('')}7aK`;

const valueFor = (field: Field, random: Seeded): string =>
  field.kind === 'address'
    ? `https://${token(random, 5).toLowerCase()}.example/${token(random, 6)}`
    : field.kind === 'scopes'
      ? `a${random.whole(1, 999)}.read b.write`
      : token(random, random.whole(5, 25));

type Layout = (rows: readonly Row[], headings: readonly string[], random: Seeded) => string;

const identifier = (label: string): string => label.replaceAll(' ', '_');
const camel = (label: string): string =>
  label.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
const perHeading = (
  rows: readonly Row[],
  headings: readonly string[],
  open: (heading: string) => string,
  line: (row: Row, value: string) => string,
): string =>
  headings
    .map(
      (heading, at) =>
        `${open(heading)}${rows.map((row) => line(row, row.values[at] ?? row.values[0] ?? '')).join('\n')}`,
    )
    .join('\n\n');

const LAYOUTS: Readonly<Record<string, Layout>> = {
  lines: (rows, headings, random) => {
    const separator = random.pick([': ', ' : ', ' = ', ' - ', ' → ', ':\n', '\n', '\u00a0: ']);
    const prefix = random.pick(['', '> ', '- ', '• ', '  ']);
    return perHeading(
      rows,
      headings,
      (heading) => (headings.length > 1 ? `${heading}\n` : ''),
      ({ label }, value) => `${prefix}${label}${separator}${separator.endsWith('\n') ? prefix : ''}${value}`,
    );
  },
  'labels with their environment': (rows, headings) =>
    headings
      .map((heading, at) =>
        rows.map(({ label, values }) => `${label} (${heading}): ${values[at] ?? values[0]}`).join('\n'),
      )
      .join('\n'),
  'tabs in columns': (rows, headings) =>
    [
      `\t${headings.join('\t')}`,
      ...rows.map(
        ({ label, values }) => `${label}\t${headings.map((_, at) => values[at] ?? values[0]).join('\t')}`,
      ),
    ].join('\n'),
  'bars in columns': (rows, headings) =>
    [
      `| Setting | ${headings.join(' | ')} |`,
      `|---|${headings.map(() => '---').join('|')}|`,
      ...rows.map(
        ({ label, values }) =>
          `| ${label} | ${headings.map((_, at) => values[at] ?? values[0]).join(' | ')} |`,
      ),
    ].join('\n'),
  'CSV with labels on top': (rows, headings) =>
    [
      `Environment,${rows.map(({ label }) => label).join(',')}`,
      ...headings.map(
        (heading, at) => `${heading},${rows.map(({ values }) => values[at] ?? values[0]).join(',')}`,
      ),
    ].join('\r\n'),
  JSON: (rows, headings, random) =>
    JSON.stringify(
      Object.fromEntries(
        headings.map((heading, at) => [
          heading,
          Object.fromEntries(rows.map(({ label, values }) => [identifier(label), values[at] ?? values[0]])),
        ]),
      ),
      null,
      random.pick([0, 2, 4]),
    ),
  'env files': (rows, headings) =>
    perHeading(
      rows,
      headings,
      (heading) => (headings.length > 1 ? `[${heading}]\n` : ''),
      ({ label }, value) => `${identifier(label).toUpperCase()}="${value}"`,
    ),
  YAML: (rows, headings) =>
    perHeading(
      rows,
      headings,
      (heading) => `${heading.toLowerCase()}:\n`,
      ({ label }, value) => `  ${camel(label)}: "${value}"`,
    ),
  XML: (rows, headings) =>
    `<settings>${headings
      .map(
        (heading, at) =>
          `<environment name="${heading}">${rows
            .map(
              ({ label, values }) =>
                `<${camel(label)}>${(values[at] ?? values[0] ?? '').replaceAll('&', '&amp;')}</${camel(label)}>`,
            )
            .join('')}</environment>`,
      )
      .join('')}</settings>`,
  'one line': (rows, _headings, random) =>
    rows
      .map(
        ({ label, values }) =>
          `${label}: ${values.map((value) => `${value}${values.length > 1 ? '' : ''}`)[0]}`,
      )
      .join(random.pick([', ', '; ', ' | ', ' '])),
  'a newer mail above': (rows, headings) =>
    headings
      .map((_, at) => rows.map(({ label, values }) => `${label}: ${values[at] ?? values[0]}`).join('\n'))
      .join('\n\n-----Original Message-----\nFrom: Pat\nSent: Monday\n\n'),
  HTML: (rows, headings) =>
    `<table><tr><td></td>${headings.map((heading) => `<th>${heading}</th>`).join('')}</tr>${rows
      .map(
        ({ label, values }) =>
          `<tr><td><b>${label}</b></td>${headings.map((_, at) => `<td>${values[at] ?? values[0]}</td>`).join('')}</tr>`,
      )
      .join('')}</table>`,
};

export interface PartialReply {
  readonly text: string;
  readonly kind: string;
  /** The field with a value under each heading, and the one with a value only under the first. */
  readonly both: { readonly field: string; readonly values: readonly string[] };
  readonly one: { readonly field: string; readonly value: string };
}

const EMPTY = ['TBD', '(empty)', 'to follow', 'à venir', 'n/a', '-'] as const;

/** A reply with two environments, of which the second lacks one field. */
export function madePartial(system: System, random: Seeded): PartialReply {
  const kind = random.pick(
    Object.keys(LAYOUTS).filter((name) => !['one line', 'a newer mail above'].includes(name)),
  );
  const layout = LAYOUTS[kind];
  const fields = system.fields.filter(
    ({ id, kind: of }) => of === 'text' && system.replyLabels[id] !== undefined,
  );
  const [first, second] = random.chance(0.5) ? fields : fields.toReversed();
  if (layout === undefined || first === undefined || second === undefined) throw new Error(kind);
  const row = (field: Field, values: readonly string[]): Row => ({
    field,
    label: random.pick(
      (system.replyLabels[field.id] ?? []).filter(
        (label) => label.includes(' ') && !/^(?:client id client|l )/.test(label),
      ),
    ),
    values,
  });
  const both = row(first, [valueFor(first, random), valueFor(first, random)]);
  const one = row(second, [valueFor(second, random), random.pick(EMPTY)]);
  return {
    text: `${random.pick(BEFORE)}${layout([both, one], random.pick(ENVIRONMENTS), random)}${random.pick(AFTER)}`,
    kind,
    both: { field: first.id, values: both.values },
    one: { field: second.id, value: one.values[0] ?? '' },
  };
}

/** A reply with one or two values for some of the system's fields. */
export function madeReply(system: System, random: Seeded): MadeReply {
  const kind = random.pick(Object.keys(LAYOUTS));
  const layout = LAYOUTS[kind];
  if (layout === undefined) throw new Error(kind);
  const several = kind !== 'one line' && random.chance(0.5);
  const headings: readonly string[] = several ? random.pick(ENVIRONMENTS) : ['Value'];
  const wanted = system.fields.filter(
    ({ id, kind: of }) =>
      of !== 'choice' && (of !== 'scopes' || kind === 'lines') && system.replyLabels[id] !== undefined,
  );
  const rows = wanted
    .filter(() => random.chance(0.8))
    .map((field): Row => {
      const labels = (system.replyLabels[field.id] ?? []).filter(
        (label) => label.includes(' ') && !/^(?:client id client|l )/.test(label),
      );
      const first = valueFor(field, random);
      const second = random.chance(0.2) ? first : valueFor(field, random);
      return { field, label: random.pick(labels), values: several ? [...new Set([first, second])] : [first] };
    });
  const body = rows.length === 0 ? '' : layout(rows, headings, random);
  return {
    text: `${random.pick(BEFORE)}${body}${random.pick(AFTER)}`,
    planted: Object.fromEntries(rows.map(({ field, values }) => [field.id, values])),
    kind,
  };
}
