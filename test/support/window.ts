import { randomUUID } from 'node:crypto';
import type { AnswerOf, ChannelName, RequestOf } from '@contract/channels';
import type { Environment, WizardStep } from '@contract/connection';
import type { Report } from '@contract/report';
import type { Locator, Page } from '@playwright/test';
import type { LaunchedApp } from './launch-app';

/* Drives the wizard's window like a user, with the few queries that only its own page can make. */

export const heading = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name: text, exact: true });

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

export const press = (page: Page, name: string | RegExp): Promise<void> => button(page, name).click();

/** Selects a choice; the native radio is hidden under its drawing. */
export const choose = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('radio', { name }).check({ force: true });

/** Field id → text to type. Leaves the last field, so that everything is saved. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, value] of Object.entries(values)) {
    const input = page.locator(`input[name="${field}"]`);
    await input.fill(value);
    await input.blur();
  }
}

/** Calls main as the page does. */
export function call<Name extends ChannelName>(
  page: Page,
  channel: Name,
  request: RequestOf<Name>,
): Promise<AnswerOf<Name>> {
  return page.evaluate(
    ({ channel: asked, request: sent }) =>
      window.wizard.call(asked as ChannelName, sent as never) as Promise<never>,
    { channel, request },
  );
}

/** Like {@link call}, but the answer must be a success. */
export async function ask<Name extends ChannelName>(page: Page, channel: Name, request: RequestOf<Name>) {
  const answer = await call(page, channel, request);
  if (!answer.ok) throw new Error(`${channel} was refused: ${answer.failure.code}`);
  return answer.value as Extract<AnswerOf<Name>, { readonly ok: true }>['value'];
}

/** Sets what the system's dialogs, which no driver can operate, return from now on. */
export const answerDialogs = ({ app }: LaunchedApp, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showSaveDialog: async () => ({ canceled: false, filePath }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [filePath] }),
    });
  }, path);

export interface Kept {
  readonly name: string;
  readonly environment?: Environment;
  readonly practice?: boolean;
  readonly redirect?: 'sis-server' | 'this-computer';
  /** In addition to this computer's redirect URL, which the app fills in. */
  readonly values?: Readonly<Record<string, string>>;
  readonly secret?: string;
  /** The setup's current step; `null`: finished. */
  readonly step?: WizardStep | null;
}

/** An OnSIS connection as after a setup, created through the app's own calls; shows it in the list. */
export async function keepConnection(page: Page, kept: Kept): Promise<string> {
  const { name, environment = 'test', practice = false, redirect = 'sis-server', step = null } = kept;
  const boardNumber = '';
  const made = await ask(page, 'create-connection', {
    system: 'onsis',
    name,
    environment,
    practice,
    boardNumber,
    redirect,
  });
  const { id } = made.connection;
  await ask(page, 'save-connection', {
    id,
    name,
    environment,
    boardNumber,
    redirect,
    values: { ...made.connection.values, ...kept.values },
    step: step ?? 'finish',
    registrationSentOn: null,
    finished: step === null,
  });
  if (kept.secret !== undefined) {
    await ask(page, 'save-secret', { id, field: 'clientSecret', secret: kept.secret });
  }
  await page.reload();
  return id;
}

/** A finished connection to a PowerSchool server, created the same way. */
export async function keepPowerschool(
  page: Page,
  serverUrl: string,
  secret: string,
  {
    name = 'Maple',
    clientId = '00000000-0000-4000-8000-000000000000',
    environment = 'test',
  }: { readonly name?: string; readonly clientId?: string; readonly environment?: Environment } = {},
): Promise<string> {
  const instance = {
    name,
    environment,
    boardNumber: '',
    redirect: 'sis-server' as const,
  };
  const { connection } = await ask(page, 'create-connection', {
    ...instance,
    system: 'powerschool',
    practice: false,
  });
  const { id } = connection;
  await ask(page, 'save-connection', {
    ...instance,
    id,
    values: { serverUrl, clientId },
    step: 'finish',
    registrationSentOn: null,
    finished: true,
  });
  await ask(page, 'save-secret', { id, field: 'clientSecret', secret });
  return id;
}

/** The values in a practice letter, by the label before them. */
export const inLetter = (text: string, label: string): string =>
  new RegExp(`^${label}: (.+)$`, 'm').exec(text)?.[1]?.trim() ?? '';

/** A finished practice connection to PowerSchool, as after a setup; shows it in the list. */
export async function keepPractice(
  page: Page,
  name = 'Maple District',
): Promise<{ readonly id: string; readonly secret: string }> {
  const instance = {
    name,
    environment: 'test',
    boardNumber: '',
    redirect: 'sis-server',
  } as const;
  const { connection } = await ask(page, 'create-connection', {
    ...instance,
    system: 'powerschool',
    practice: true,
  });
  const { id } = connection;
  const { text } = await ask(page, 'practice-reply', { id, language: 'en' });
  await ask(page, 'save-connection', {
    ...instance,
    id,
    values: { serverUrl: inLetter(text, 'Server URL'), clientId: inLetter(text, 'Client ID') },
    step: 'finish',
    registrationSentOn: null,
    finished: true,
  });
  const secret = inLetter(text, 'Client Secret');
  await ask(page, 'save-secret', { id, field: 'clientSecret', secret });
  await page.reload();
  return { id, secret };
}

/** Starts a check of it, as the page does by default. */
export const beginCheck = (page: Page, id: string): Promise<AnswerOf<'run-check'>> =>
  call(page, 'run-check', { id, attempt: randomUUID(), probe: 'none' });

/** The last report of the only connection. */
export async function lastReport(page: Page): Promise<Report> {
  const [only] = (await ask(page, 'start', null)).connections;
  if (only === undefined) throw new Error('There is no connection');
  const { lastReport: report } = await ask(page, 'open-connection', { id: only.id });
  if (report === null) throw new Error('The app kept no report');
  return report;
}
