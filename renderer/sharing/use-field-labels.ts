import type { SystemId } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import { useApp } from '../app-context';

/** What the system calls a field; the field's own id where the system, or the field, is not known. */
export function useFieldLabels(system: SystemId | null): (field: string) => string {
  const { language } = useApp();
  const fields = system === null ? {} : systemById(system).texts[language].fields;
  return (field) => fields[field]?.label ?? field;
}
