import type { Protection } from '@contract/keyring';
import type { TFunction } from 'i18next';

/** Where secrets are kept right now, as a sentence. */
export function keptWhere(t: TFunction, protection: Protection | null): string {
  if (protection === null) return t('common.kept.unknown');
  if (protection.verdict !== 'os-keyring') return t('common.kept.session');
  const { backend } = protection;
  if (backend.startsWith('gnome')) return t('common.kept.gnome');
  if (backend.startsWith('kwallet')) return t('common.kept.kde');
  if (backend === 'keychain') return t('common.kept.mac');
  if (backend === 'dpapi') return t('common.kept.windows');
  return t('common.kept.other');
}
