import { formatDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { assertNever } from '@contract/result';
import type { SignInKind } from '@systems/system';
import type { TFunction } from 'i18next';
import { hostsOf, type Row } from './rows';

/** A row's second line: the result in a few words. */
export function saidOf(t: TFunction, language: Language, row: Row, signIn: SignInKind): string {
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
      return t(row.id === 'sign-in' ? 'report.said.notProved' : 'common.status.warning');
    case 'passed':
      return passed(t, language, row, signIn);
    default:
      return assertNever(row.status);
  }
}

function passed(t: TFunction, language: Language, row: Row, signIn: SignInKind): string {
  const hosts = hostsOf(row);
  const facts = row.steps[0]?.facts ?? {};
  switch (row.id) {
    case 'fields':
      return t('report.said.wellFormed');
    case 'address':
      return t('report.said.addresses', { count: row.steps.length });
    case 'name-lookup':
      return hosts[0] === undefined
        ? t('common.status.passed')
        : hosts.length === 1
          ? hosts[0]
          : t('report.said.names', { count: hosts.length });
    case 'connect': {
      if (hosts[0] === undefined) return t('common.status.passed');
      const what = hosts.length === 1 ? hosts[0] : t('report.said.connected', { count: hosts.length });
      return typeof facts.via === 'string' ? t('report.said.via', { what, via: facts.via }) : what;
    }
    case 'secure-connection': {
      const ends = row.steps
        .flatMap((step) => (typeof step.facts.validTo === 'string' ? [step.facts.validTo] : []))
        .toSorted();
      if (ends[0] === undefined) return t('common.status.passed');
      return t(hosts.length > 1 ? 'report.said.secureUntilAll' : 'report.said.secureUntil', {
        date: formatDay(language, ends[0]),
      });
    }
    case 'clock':
      return t('report.said.clock');
    case 'sign-in':
      return t(
        signIn === 'oauth1' || signIn === 'bearer' ? 'report.said.signedInPlain' : 'report.said.signedIn',
      );
    case 'permission':
      return row.steps.length > 1
        ? t('report.said.mayRead', { count: row.steps.length, all: row.steps.length })
        : t('report.said.answered');
    case 'reach':
    case 'data':
      return t('report.said.answered');
    default:
      return assertNever(row.id);
  }
}
