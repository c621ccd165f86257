import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The id for the field's `aria-describedby`. */
  readonly id: string;
  readonly label: string;
  readonly problem: string;
}

/** An error beside a field. It is announced when it appears, wherever the focus is, so it names the field. */
export function FieldProblem({ id, label, problem }: Props) {
  return (
    <p id={id} className="note" data-severity="blocks" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <span>
        <AboutField label={label} />
        {problem}
      </span>
    </p>
  );
}

/** Names the field in front of what is said about it, for whoever does not see where it stands. */
export function AboutField({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  return (
    <span className="for-readers">
      {label.endsWith('?') ? `${label} ` : t('common.field.about', { field: label })}
    </span>
  );
}
