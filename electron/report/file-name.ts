import { fileNames } from '@contract/file-names';
import type { Language } from '@contract/languages';
import type { Report } from '@contract/report';

/** In characters; the whole name stays far below any file system's limit. */
const LONGEST_NAME = 60;

/**
 * A file name valid on every file system, made of the connection's name and the time of the test:
 * `connection-report-maple-dsb-2026-01-05-0800.html`.
 */
export function reportFileName(report: Report, language: Language, ending: 'html' | 'json'): string {
  const name = report.connection.name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, '');
  const at = report.startedAt.slice(0, 16).replace('T', '-').replace(':', '');
  return `${[fileNames[language].report, ...(name === '' ? [] : [name]), at].join('-')}.${ending}`;
}
