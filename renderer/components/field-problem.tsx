import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** What the field is described by. */
  readonly id: string;
  readonly label: string;
  readonly problem: string;
}

/** What is wrong beside a field. It is said when it appears, wherever the focus is then, and so names the field. */
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
