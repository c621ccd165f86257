import type { Language } from '@contract/languages';
import type { StoreTestReport } from '@contract/shared-store';
import { systemById } from '@systems/catalogue';
import { renderInShort } from '../report/render-report';
import { shortText } from '../report/report-text';

/** The steps of a store's test as plain text, as those of a check. */
export function printStoreReport(tested: StoreTestReport, address: string, language: Language): string {
  // Whoever runs a OneRoster server is called as whoever runs a store: none of the texts used here is its own.
  const system = systemById('oneroster');
  const report = {
    version: 1,
    app: '',
    connection: { id: null, system: 'oneroster', name: address, environment: 'production' },
    ...tested,
  } as const;
  const rendered = renderInShort({ ...report, steps: [...tested.steps] }, { system, language });
  const [, ...lines] = shortText(rendered, language).split('\n');
  return [address, ...lines].join('\n');
}
