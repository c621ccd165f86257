import type { Protection } from '@contract/keyring';
import type { TFunction } from 'i18next';

/** A sentence saying where secrets are stored now. */
export function keptWhere(t: TFunction, protection: Protection | null): string {
  if (protection === null) return t('common.kept.unknown');
  if (protection.verdict !== 'os-keyring') return t('common.kept.session');
  return t(`common.kept.${keeperOf(protection.backend)}`);
}

/** Where the encryption key is kept; empty while nothing is saved permanently. */
export function keyWhere(t: TFunction, protection: Protection | null): string {
  return protection?.verdict === 'os-keyring' ? t(`common.keyKept.${keeperOf(protection.backend)}`) : '';
}

function keeperOf(backend: string): 'gnome' | 'kde' | 'mac' | 'windows' | 'other' {
  if (backend.startsWith('gnome')) return 'gnome';
  if (backend.startsWith('kwallet')) return 'kde';
  if (backend === 'keychain') return 'mac';
  return backend === 'dpapi' ? 'windows' : 'other';
}
