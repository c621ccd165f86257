import type { Environment } from '@contract/connection';
import { useTranslation } from 'react-i18next';

/** Production or test, as an outline and a word; never a status colour. */
export function EnvironmentTag({
  environment,
  long = false,
}: {
  readonly environment: Environment;
  readonly long?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-environment={environment}>
      {t(long ? `common.environmentLong.${environment}` : `common.environment.${environment}`)}
    </span>
  );
}
