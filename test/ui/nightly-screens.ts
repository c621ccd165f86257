import type { Nightly, Nights, Watched } from '../../electron/contract/nightly';
import type { Scenario } from '../fakes/bridge';
import { checked, powerschool, someVendors } from './saved';
import type { Screen } from './screen';

/* The screens of the nightly test. */

const DAY_MS = 86_400_000;
const night = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString();

const watchedAs = (id: string, kind: Watched['kind'], since: number): Watched => ({
  id,
  kind,
  at: night(kind === 'stale' ? since : 0),
  since: night(since),
  step: kind === 'ill' ? 'secure-connection' : null,
  code: kind === 'ill' ? 'tls-intercepted' : null,
  notChecked: kind === 'unknown' ? 'offline' : null,
});

/** A list of five, the nights of which differ. */
export function watchedList(): Scenario {
  const connections = someVendors(5).map((connection) => checked(connection, 'proved', night(6)));
  const kinds = [
    ['well', 29],
    ['ill', 2],
    ['unknown', 1],
    ['stale', 4],
  ] as const;
  const watched = kinds.flatMap(([kind, since], at) => {
    const id = connections[at]?.id;
    return id === undefined ? [] : [watchedAs(id, kind, since)];
  });
  return { connections, watched };
}

/** Thirty nights, one letter each: passed, warning, failed, not checked, no test. */
function nightsOf(letters: string, newest: Watched): Nights {
  const results = { p: 'passed', w: 'warning', f: 'failed', n: 'not-checked', '-': null } as const;
  return {
    newest,
    nights: [...letters].map((letter, at) => ({
      date: night(letters.length - 1 - at).slice(0, 10),
      result: results[letter as keyof typeof results],
    })),
  };
}

export const LETTERS = 'ppppppwwppppp--ppppppnpppppfff';

export function watchedConnection(): Scenario {
  const connection = checked(powerschool, 'proved', night(6));
  return {
    connections: [connection],
    nights: { [connection.id]: nightsOf(LETTERS, watchedAs(connection.id, 'ill', 2)) },
  };
}

export const onWindows: Nightly = {
  state: 'on',
  platform: 'win32',
  since: '2026-01-12T09:00:00.000Z',
  from: '01:00',
  to: '03:00',
  always: 'schtasks /Change /TN "School API Setup Wizard\\Nightly test" /RU %USERDOMAIN%\\%USERNAME% /RP *',
};

export const nightlyScreens: readonly Screen[] = [
  {
    name: 'list-watched',
    scenario: watchedList(),
    reach: async (page) => {
      await page
        .getByText(/(every night since|chaque nuit depuis)/)
        .first()
        .waitFor();
    },
  },
  ...(
    [
      ['off', {}],
      ['on-windows', { nightly: onWindows }],
      ['failed', { nightlyFailure: { why: 'failed', command: 'systemctl --user daemon-reload' } }],
    ] as const
  ).map(
    ([name, more]): Screen => ({
      name: `nightly-${name}`,
      scenario: { connections: someVendors(3), ...more },
      reach: async (page) => {
        await page.getByRole('button', { name: /^(Test all|Tout vérifier)$/ }).click();
        const control = page.getByRole('switch');
        await control.waitFor();
        if (name !== 'failed') return;
        await control.click({ force: true });
        await page.getByRole('alert').waitFor();
      },
    }),
  ),
  {
    name: 'nights',
    scenario: watchedConnection(),
    reach: async (page) => {
      await page
        .getByRole('button', { name: /^(Open|Ouvrir)\s?:/ })
        .first()
        .click();
      await page.getByRole('button', { name: /^(Night by night|Nuit par nuit)$/ }).click();
      await page.getByRole('img', { name: /(nights|nuits)/ }).scrollIntoViewIfNeeded();
    },
  },
];
