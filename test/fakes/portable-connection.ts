import { LIMITS } from '@contract/connection';
import { systems } from '@systems/catalogue';
import type { System } from '@systems/system';
import type { PortableConnection } from '../../electron/transfer/portable-connection';

/** The value of every field in transfer tests: everything that has ever been garbled in transit. */
const awkward = '  ünïcödé “quotes” <&> ]]> \' " \\ \u{1F511} two  spaces ';

/** A unique secret for each field. */
const secretOf = (system: System, field: string): string => `S3cret~${system.id}/${field} +%=<&>"${'\u00e9'}`;

/** A connection of this system with every field filled. */
function portableOf(system: System, change: Partial<PortableConnection> = {}): PortableConnection {
  const open = system.fields.filter(({ secret }) => !secret);
  const secret = system.fields.filter((field) => field.secret);
  return {
    id: crypto.randomUUID(),
    system: system.id,
    name: `Maple ${system.id}`,
    environment: 'test',
    boardNumber: system.boardNumber !== undefined ? 'B12345' : '',
    values: Object.fromEntries(
      open.map(({ id, kind, choices }) => [
        id,
        kind === 'address'
          ? `https://${id.toLowerCase()}.example/${system.id}`
          : (choices?.[0] ?? `${id}${awkward}`),
      ]),
    ),
    secrets: new Map(secret.map(({ id }) => [id, secretOf(system, id)])),
    since: new Map(secret.map(({ id }) => [id, '2025-11-02T08:00:00.000Z'])),
    more: new Map([
      ['setup', { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-12T09:00:00.000Z' }],
    ]),
    ...change,
  };
}

export const everySystem: readonly PortableConnection[] = Object.values(systems).map((system) =>
  portableOf(system),
);

/** Every field at its maximum length. */
export const longest = (system: System): PortableConnection =>
  portableOf(system, {
    name: 'n'.repeat(LIMITS.name),
    boardNumber: 'b'.repeat(LIMITS.boardNumber),
    secrets: new Map(
      system.fields.filter(({ secret }) => secret).map(({ id }) => [id, 's'.repeat(LIMITS.secret)]),
    ),
    values: Object.fromEntries(
      system.fields.filter(({ secret }) => !secret).map(({ id }) => [id, 'v'.repeat(LIMITS.value)]),
    ),
  });
