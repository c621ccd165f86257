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
