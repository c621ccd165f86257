import type { LastCheck } from '@contract/connection';
import { describeInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import type { Watched } from '@contract/nightly';
import type { TFunction } from 'i18next';
import type { LiveRow } from '../connections/connection-row';

/**
 * What the nights say of a connection, on its row in the list.
 * @param lastCheck its last test in the window
 * @returns null if that test is newer and says otherwise
 */
export function watchedRow(
  t: TFunction,
  language: Language,
  watched: Watched,
  lastCheck: LastCheck | null,
): LiveRow | null {
  const { kind, at, since } = watched;
  const isIll = kind === 'ill';
  const isNewer = lastCheck === null || Date.parse(at) > Date.parse(lastCheck.at);
  const agrees = lastCheck !== null && (lastCheck.outcome === 'failed') === isIll;
  if (!(isNewer || agrees)) return null;
  const said = { since: sayOf(t, language, kind, kind === 'stale' ? at : since) };
  return isIll && !agrees ? { ...said, status: 'failed' } : said;
}

function sayOf(t: TFunction, language: Language, kind: Watched['kind'], instant: string): string {
  const { day, date } = describeInstant(language, instant);
  if (kind === 'stale') return t('nightly.row.stale', { date });
  return day === 'today' ? t(`nightly.row.${kind}Last`) : t(`nightly.row.${kind}`, { date });
}
