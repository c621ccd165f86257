import type { Values } from '@contract/connection';
import { assertNever } from '@contract/result';
import { systemFor } from '@systems/catalogue';
import { useEffect } from 'react';
import { ChooseStep } from './choose-step';
import { EnterStep } from './enter-step';
import { FinishStep } from './finish-step';
import { RegisterStep } from './register-step';
import { TestStep } from './test-step';
import { useWizard } from './use-wizard';
import type { WizardState } from './wizard-state';

interface Props {
  readonly initial: WizardState;
  /** Values confirmed on another screen: entered here at once, and saved like typed ones. */
  readonly values?: Values | undefined;
}

/** The setup: one screen per step. */
export function Wizard({ initial, values }: Props) {
  const wizard = useWizard(initial);
  const { dispatch } = wizard;
  useEffect(() => {
    if (values !== undefined) dispatch({ type: 'valued', values });
  }, [values, dispatch]);
  const { state } = wizard;
  const system = systemFor(state.draft);
  if (system === undefined) throw new Error('A connection of a system this version cannot set up');
  switch (state.step) {
    case 'choose':
      return <ChooseStep wizard={wizard} state={state} system={system} />;
    case 'register':
      return <RegisterStep wizard={wizard} state={state} system={system} />;
    case 'enter':
      return <EnterStep wizard={wizard} state={state} system={system} />;
    case 'test':
      return <TestStep wizard={wizard} state={state} system={system} />;
    case 'finish':
      return <FinishStep wizard={wizard} state={state} system={system} />;
    default:
      return assertNever(state);
  }
}
