import type { AddressToConfirm, SharedAnswers, SharedConflict } from '@contract/shared-store';

/** What was found in this run and waits for a person, by connection. */
export class Unsettled {
  readonly conflicts = new Map<string, SharedConflict>();
  readonly addresses = new Map<string, AddressToConfirm>();
  /** Answers to a conflict that wait for an address to be confirmed; they are for the same version. */
  readonly answers = new Map<string, SharedAnswers>();

  /** What was found of a connection is settled, or no longer of interest. */
  forget(id: string): void {
    this.conflicts.delete(id);
    this.addresses.delete(id);
    this.answers.delete(id);
  }

  forgetAll(): void {
    this.conflicts.clear();
    this.addresses.clear();
    this.answers.clear();
  }
}
