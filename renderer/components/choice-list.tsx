import { type ReactNode, useId } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { FieldProblem } from './field-problem';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

interface Props<Value extends string> {
  readonly label: string;
  /** Hides the label if the screen's heading already asks the question. */
  readonly hideLabel?: boolean;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly sideBySide?: boolean;
  /** What is missing, shown beside the choice. */
  readonly problem?: string | null;
  readonly help?: string | undefined;
  readonly onFocus?: () => void;
  /** Shown below the choice, such as remarks about it. */
  readonly under?: ReactNode;
}

/** A few options, each with a line that explains it. */
export function ChoiceList<Value extends string>(props: Props<Value>) {
  const { options, onChange } = props;
  const problemId = useId();
  const isWrong = props.problem !== undefined && props.problem !== null;
  return (
    <RadioGroup
      className="choices"
      data-row={props.sideBySide === true || undefined}
      value={props.value}
      isInvalid={isWrong}
      validationBehavior="aria"
      {...(isWrong ? { 'aria-describedby': problemId } : {})}
      {...(props.onFocus === undefined ? {} : { onFocus: props.onFocus })}
      onChange={(chosen) => {
        const option = options.find(({ value }) => value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={props.hideLabel === true ? 'for-readers' : 'label'}>{props.label}</Label>
      {props.help === undefined ? null : (
        <Text slot="description" className="hint">
          {props.help}
        </Text>
      )}
      <div className="choice-list">
        {options.map((option) => (
          <Choice key={option.value} {...option} />
        ))}
      </div>
      {props.problem === undefined || props.problem === null ? null : (
        <FieldProblem id={problemId} label={props.label} problem={props.problem} />
      )}
      {props.under}
    </RadioGroup>
  );
}

/** The hint describes the choice and is not part of its name, so that a screen reader pauses between them. */
function Choice({ value, label, hint }: Option<string>) {
  const [labelId, hintId] = [useId(), useId()];
  return (
    <Radio
      value={value}
      className="choice"
      aria-labelledby={labelId}
      {...(hint === '' ? {} : { 'aria-describedby': hintId })}
    >
      <span>
        <strong id={labelId}>{label}</strong>
        {hint === '' ? null : (
          <span id={hintId} className="hint">
            {hint}
          </span>
        )}
      </span>
    </Radio>
  );
}
