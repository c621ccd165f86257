import type { ConnectionSummary } from '@contract/channels';
import type { Watched } from '@contract/nightly';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { withItsWords } from '../i18n/i18n';
import type { LiveRow } from './connection-row';

type RowOf = typeof import('../nightly/watched-row').watchedRow;

/**
 * What the nights add to the rows of the list, by connection id. Asked for once the list is there; where nothing is
 * watched, that is all, and no text or script is loaded.
 */
export function useWatched(
  connections: readonly ConnectionSummary[],
): ReadonlyMap<string, LiveRow> | undefined {
  const { t } = useTranslation();
  const { language } = useApp();
  const [known, setKnown] = useState<{ readonly all: readonly Watched[]; readonly rowOf: RowOf } | null>(
    null,
  );
  const isAnything = connections.length > 0;

  useEffect(() => {
    if (!isAnything) return;
    let isHere = true;
    void bridge.call('watched', null).then(async (answer) => {
      if (!answer.ok || answer.value.length === 0) return;
      const { watchedRow: rowOf } = await withItsWords(import('../nightly/watched-row'));
      if (isHere) setKnown({ all: answer.value, rowOf });
    });
    return () => {
      isHere = false;
    };
  }, [isAnything]);

  return useMemo(() => {
    if (known === null) return undefined;
    const watched = new Map(known.all.map((one) => [one.id, one]));
    return new Map(
      connections.flatMap((connection): [string, LiveRow][] => {
        const one = watched.get(connection.id);
        const row = one === undefined ? null : known.rowOf(t, language, one, connection.lastCheck);
        return row === null ? [] : [[connection.id, row]];
      }),
    );
  }, [known, connections, language, t]);
}
