import type { Language } from '@contract/channels';
import { assertNever } from '@contract/result';
import type { TFunction } from 'i18next';
import { formatDay, formatList } from '../i18n/format';
import { hostsOf, type Row } from './rows';

/** The second line of a row: what was found, in a few words. */
export function saidOf(t: TFunction, language: Language, row: Row): string {
  switch (row.status) {
    case 'not-tried':
      return t('common.status.not-tried');
    case 'running':
      return `${t(`report.underWay.${row.id}`)}…`;
    case 'skipped':
      return t(`report.skipped.${row.id}`);
    case 'failed':
      return t('common.status.failed');
    case 'warning':
      return t('common.status.warning');
    case 'passed':
      return passed(t, language, row);
    default:
      return assertNever(row.status);
  }
}

function passed(t: TFunction, language: Language, row: Row): string {
  const hosts = hostsOf(row);
  const named = formatList(language, hosts);
  const facts = row.steps[0]?.facts ?? {};
  switch (row.id) {
    case 'fields':
      return typeof facts.count === 'number'
        ? t('report.said.values', { count: facts.count })
        : t('report.said.wellFormed');
    case 'address':
      return t('report.said.addresses', { count: row.steps.length });
    case 'name-lookup': {
      const address = Array.isArray(facts.addresses) ? facts.addresses[0] : undefined;
      return hosts.length === 1 && address !== undefined
        ? t('report.said.resolved', { host: named, address })
        : hosts.length > 0
          ? t('report.said.names', { hosts: named })
          : t('common.status.passed');
    }
    case 'connect':
      if (hosts.length === 0) return t('common.status.passed');
      return typeof facts.via === 'string'
        ? t('report.said.connectedVia', { hosts: named, via: facts.via })
        : t('report.said.connected', { hosts: named });
    case 'secure-connection': {
      const ends = row.steps
        .flatMap(({ facts: each }) => (typeof each.validTo === 'string' ? [each.validTo] : []))
        .toSorted();
      if (hosts.length === 0) return t('common.status.passed');
      return ends[0] === undefined
        ? t('report.said.secure', { hosts: named })
        : t('report.said.secureUntil', { hosts: named, date: formatDay(language, ends[0]) });
    }
    case 'clock':
      return t('report.said.clock');
    case 'sign-in':
      return t('report.said.signedIn');
    case 'reach':
    case 'permission':
    case 'data':
      return t('report.said.answered');
    default:
      return assertNever(row.id);
  }
}
