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
  const { t } = useTranslation();
  return (
    <p id={id} className="note" data-severity="blocks" role="alert">
      <TriangleAlert size={18} aria-hidden />
      <span>
        <span className="for-readers">
          {label.endsWith('?') ? `${label} ` : t('common.field.about', { field: label })}
        </span>
        {problem}
      </span>
    </p>
  );
}
