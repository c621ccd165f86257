import { useState } from 'react';
import { Button } from '../components/button';
import { Notice } from '../components/notice';

interface Props {
  /** The label of the button that asks. */
  readonly action: string;
  readonly title: string;
  readonly text: string;
  readonly no: string;
  readonly yes: string;
  readonly onYes: () => void;
}

/** A button that asks for confirmation in place before it does anything. */
export function AskedAgain({ action, title, text, no, yes, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onPress={() => setAsking(true)}>{action}</Button>;
  return (
    <Notice tone="warning" alert title={title}>
      <p>{text}</p>
      <div className="row">
        <Button size="small" onPress={() => setAsking(false)}>
          {no}
        </Button>
        <Button size="small" kind="danger" onPress={onYes}>
          {yes}
        </Button>
      </div>
    </Notice>
  );
}
