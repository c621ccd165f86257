import { certificateFileEn } from '@contract/certificate-file.en';
import { certificateFileFr } from '@contract/certificate-file.fr';
import type { SecretTrouble } from '@contract/connection';
import { systemIds } from '@contract/connection-kinds';
import { keyringName, type ProtectionReason } from '@contract/keyring';
import type { Language } from '@contract/languages';
import { assertNever } from '@contract/result';
import type { LeftOut } from '@contract/several';
import { systems } from '@systems/catalogue';
import type { InputProblem } from './input';

/** What the command line says in its own voice; findings and steps have their words in the contract. */
interface Words {
  readonly usage: string;
  readonly unclear: (argument: string) => string;
  readonly problem: Readonly<Record<InputProblem['reason'], string>>;
  /** Said of a connection that is not checked together with others. */
  readonly leftOut: Readonly<Record<LeftOut, string>>;
  /** Why its secret could not be opened, and what to do. */
  readonly trouble: (trouble: SecretTrouble) => string;
  readonly where: (source: string, field: string | null) => string;
  readonly otherWay: (action: string) => string;
  /** What of an address is not used. */
  readonly cut: (field: string, used: string, leftOut: string) => string;
  /** How secrets that are missing are given, by the ids of their fields. */
  readonly secretsOnInput: (fields: readonly string[]) => string;
}

const asInput = (fields: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(fields.map((field) => [field, '…'])));

/** Why a keyring gives no key, in the command line's words. */
const keyring: Readonly<Record<ProtectionReason, string>> = {
  ready: 'the keyring is open',
  locked: 'the keyring is locked; unlock it on the desktop, then run this again',
  'not-created': 'this user has no keyring; sign in as the user who saved the secret',
  'needs-permission':
    'KDE Wallet wants to ask first; open the window once, and choose “Allow Always” when KDE Wallet asks',
  'access-denied':
    'KDE Wallet did not let this program in; open the window, and choose “Allow Always” when KDE Wallet asks',
  'access-blocked':
    'KDE Wallet always refuses this program; remove it from the list in System Settings > KDE Wallet > Access Control',
  'switched-off':
    'KDE Wallet is switched off; open System Settings > KDE Wallet and check “Enable the KDE wallet subsystem”',
  'no-wallet': 'KDE Wallet is not running in this session; sign in to KDE Plasma, then run this again',
  'not-shared':
    'KDE Wallet has no wallet that this program can use; sign out of this computer, then sign in again',
  'no-keyring': 'no keyring answers in this session',
  'no-session-bus':
    'the session bus is not known here; set DBUS_SESSION_BUS_ADDRESS to that of the signed-in user',
  'not-answering': 'the keyring does not answer; sign out of this computer and in again',
  'public-key': 'this session has no keyring',
  'self-test-failed': 'the keyring did not give back a trial value; sign out of this computer and in again',
};

const trousseau: Readonly<Record<ProtectionReason, string>> = {
  ready: 'le trousseau est ouvert',
  locked: 'le trousseau est verrouillé; déverrouillez-le dans la session graphique, puis relancez',
  'not-created':
    'ce compte n’a pas de trousseau; ouvrez la session de la personne qui a enregistré le secret',
  'needs-permission':
    'KDE Wallet veut d’abord poser une question; ouvrez la fenêtre une fois et choisissez « Toujours autoriser » quand il la pose',
  'access-denied':
    'KDE Wallet n’a pas laissé entrer ce programme; ouvrez la fenêtre et choisissez « Toujours autoriser » quand il pose la question',
  'access-blocked':
    'KDE Wallet refuse ce programme pour de bon; retirez-le de la liste dans Configuration du système > Portefeuille de KDE > Contrôle d’accès',
  'switched-off':
    'KDE Wallet est désactivé; ouvrez Configuration du système > Portefeuille de KDE et cochez « Activer le sous-système de portefeuilles de KDE »',
  'no-wallet':
    'KDE Wallet ne fonctionne pas dans cette session; ouvrez une session KDE Plasma, puis relancez',
  'not-shared':
    'KDE Wallet n’a aucun portefeuille que ce programme puisse utiliser; fermez votre session et rouvrez-la',
  'no-keyring': 'aucun trousseau ne répond dans cette session',
  'no-session-bus':
    'le bus de session n’est pas connu ici; donnez à DBUS_SESSION_BUS_ADDRESS celui de la session ouverte',
  'not-answering': 'le trousseau ne répond pas; fermez votre session et rouvrez-la',
  'public-key': 'cette session n’a pas de trousseau',
  'self-test-failed': 'le trousseau n’a pas rendu une valeur d’essai; fermez votre session et rouvrez-la',
};

/** A line a system: its id and the ids of its values, `?` where one may be left out. */
const systemFields = Object.values(systems)
  .map(({ id, fields }) => {
    const ids = fields.map((field) => `${field.id}${field.secret ? '*' : ''}${field.optional ? '?' : ''}`);
    return `  ${id.padEnd(18)}${ids.join(' ')}`;
  })
  .join('\n');

export const words: Readonly<Record<Language, Words>> = {
  en: {
    usage: `School API Setup Wizard, without a window

  check --connection FILE… [--secrets-stdin] [--ca FILE] [--timeout SECONDS] [--json] [--lang en|fr]
  check --saved NAME_OR_ID… | --all   [same options but --secrets-stdin]
  practice

FILE holds {"system": "…", "name": "…", "environment": "test", "values": {…}}. Secrets come as one JSON object on
standard input (an array, in argument order, for several), never as arguments.
Exit status: 0 passed or warning, 1 a step failed, 2 nothing was checked, 3 a secret is missing or unreadable,
70 a bug in the program.
When several connections are tested, one whose credentials were refused is left out until a value changes, and counts
as failed; the list "leftOut" beside "reports" names it, and standard error says so.

For example: echo '{"clientSecret": "…"}' | … check --connection sis.json --secrets-stdin
with sis.json: {"system": "powerschool", "name": "Maple", "environment": "test",
                "values": {"serverUrl": "https://…", "clientId": "…"}}

The values of each system, secrets with *:
${systemFields}
`,
    unclear: (argument) => `Not understood, or not complete: ${argument}. See: help`,
    problem: {
      ...certificateFileEn,
      'not-found': 'there is no such file',
      'not-a-file': 'this is not a file',
      'not-readable': 'this file cannot be read',
      'too-large': 'this is larger than 1 MiB',
      'not-utf8':
        'this is not UTF-8 text; keep the file, and save a copy of it as UTF-8 in the program that wrote it (Notepad: Save as, Encoding: UTF-8; PowerShell: Out-File -Encoding utf8)',
      'not-json': 'this is not JSON',
      'not-an-object': 'a JSON object is needed here',
      'missing-key': 'this key is missing',
      'unknown-key': 'this key is not known here; see: help',
      'duplicate-key': 'this key is there twice',
      'wrong-type': 'this has the wrong type or is too long',
      'unknown-system': `this system is not known; there are ${systemIds.join(', ')}`,
      'unknown-environment': 'this must be "production" or "test"',
      'secret-in-values': 'a secret comes on standard input, never in the file',
      'unknown-secret': 'this system has no such secret',
      'no-input': 'nothing came on standard input',
      'wrong-count': 'there must be one object for each connection',
      'unknown-connection': 'there is no saved connection of this name or id',
      'ambiguous-name': 'several saved connections have this name; use the id',
      'nothing-saved': 'this user has no saved connection, so nothing was checked',
    },
    leftOut: {
      rejected:
        'left out, because its credentials were refused and sending them again could lock the account; change a value, or name it alone with --saved',
      unfinished: 'left out, because its values are not all entered yet',
    },
    trouble: (trouble) => {
      switch (trouble.code) {
        case 'keyring-unavailable':
          return `the secret was not opened: ${keyring[trouble.reason]}`;
        case 'backend-changed':
          return `the secret was kept by ${keyringName(trouble.wroteBy)}, and this run opened ${keyringName(trouble.now)}; run it in the desktop session where the secret was saved, or, without a desktop (cron), name this connection alone with --saved`;
        case 'damaged':
          return 'the secret was damaged on the disk; restore the file from a backup, or enter the secret again';
        case 'not-decryptable':
          return 'the keyring is open but does not have the key; run this as the user who saved the secret, or enter it again';
        case 'misplaced':
          return 'the secret belongs to another connection; restore the file from a backup, or enter the secret again';
        default:
          return assertNever(trouble);
      }
    },
    where: (source, field) =>
      `${source === '-' ? 'standard input' : source}${field === null ? '' : `, ${field}`}`,
    secretsOnInput: (fields) =>
      `Without a window, a secret comes on standard input, with --secrets-stdin: ${asInput(fields)}`,
    cut: (field, used, leftOut) => `${field}: only ${used} is used; “${leftOut}” is left out.`,
    otherWay: (action) => `It signed in another way, as kept for this connection: “${action}”`,
  },
  fr: {
    usage: `School API Setup Wizard, sans fenêtre

  check --connection FICHIER… [--secrets-stdin] [--ca FICHIER] [--timeout SECONDES] [--json] [--lang en|fr]
  check --saved NOM_OU_ID… | --all   [mêmes options, sauf --secrets-stdin]
  practice

FICHIER contient {"system": "…", "name": "…", "environment": "test", "values": {…}}. Les secrets arrivent sur l’entrée
standard, en un objet JSON (un tableau, dans l’ordre des arguments, pour plusieurs), jamais en arguments.
Code de sortie : 0 réussi ou avec réserve, 1 une étape bloque, 2 rien n’a été vérifié, 3 un secret manque ou est illisible,
70 une erreur interne du programme.
Quand plusieurs connexions sont vérifiées, celle dont les identifiants ont été refusés est laissée de côté jusqu’à ce
qu’une valeur change, et compte comme bloquée; la liste « leftOut », à côté de « reports », la nomme, et la sortie
d’erreur le dit.

Par exemple : echo '{"clientSecret": "…"}' | … check --connection sis.json --secrets-stdin
avec sis.json : {"system": "powerschool", "name": "Maple", "environment": "test",
                 "values": {"serverUrl": "https://…", "clientId": "…"}}

Les valeurs de chaque système, les secrets suivis de * :
${systemFields}
`,
    unclear: (argument) => `Argument non compris, ou incomplet : ${argument}. Voir : help`,
    problem: {
      ...certificateFileFr,
      'not-found': 'ce fichier n’existe pas',
      'not-a-file': 'ce n’est pas un fichier',
      'not-readable': 'ce fichier ne peut pas être lu',
      'too-large': 'ce fichier dépasse 1 Mio',
      'not-utf8':
        'ce texte n’est pas en UTF-8; gardez le fichier, et enregistrez-en une copie en UTF-8 dans le programme qui l’a écrit (Bloc-notes : Enregistrer sous, Encodage : UTF-8; PowerShell : Out-File -Encoding utf8)',
      'not-json': 'ce n’est pas du JSON',
      'not-an-object': 'un objet JSON est attendu ici',
      'missing-key': 'cette clé manque',
      'unknown-key': 'cette clé est inconnue ici; voir : help',
      'duplicate-key': 'cette clé y figure deux fois',
      'wrong-type': 'ce n’est pas le bon type, ou c’est trop long',
      'unknown-system': `ce système est inconnu; il y a ${systemIds.join(', ')}`,
      'unknown-environment': 'seuls « production » et « test » sont possibles',
      'secret-in-values': 'un secret arrive sur l’entrée standard, jamais dans le fichier',
      'unknown-secret': 'ce système n’a pas un tel secret',
      'no-input': 'rien n’est arrivé sur l’entrée standard',
      'wrong-count': 'il faut un objet par connexion',
      'unknown-connection': 'aucune connexion enregistrée ne porte ce nom ou cet identifiant',
      'ambiguous-name': 'plusieurs connexions enregistrées portent ce nom; utilisez l’identifiant',
      'nothing-saved': 'ce compte n’a aucune connexion enregistrée : rien n’a été vérifié',
    },
    leftOut: {
      rejected:
        'laissée de côté, car ses identifiants ont été refusés et les renvoyer pourrait verrouiller le compte; changez une valeur, ou nommez-la seule avec --saved',
      unfinished: 'laissée de côté, car ses valeurs ne sont pas encore toutes saisies',
    },
    trouble: (trouble) => {
      switch (trouble.code) {
        case 'keyring-unavailable':
          return `le secret n’a pas été ouvert : ${trousseau[trouble.reason]}`;
        case 'backend-changed':
          return `le secret a été enregistré par ${keyringName(trouble.wroteBy)}, et cette exécution a ouvert ${keyringName(trouble.now)}; lancez ceci dans la session graphique où le secret a été enregistré ou, sans session graphique (cron), nommez cette connexion seule avec --saved`;
        case 'damaged':
          return 'le secret a été endommagé sur le disque; restaurez le fichier à partir d’une sauvegarde, ou saisissez le secret à nouveau';
        case 'not-decryptable':
          return 'le trousseau est ouvert, mais n’a pas la clé; lancez ceci avec le compte qui a enregistré le secret, ou saisissez-le à nouveau';
        case 'misplaced':
          return 'le secret appartient à une autre connexion; restaurez le fichier à partir d’une sauvegarde, ou saisissez le secret à nouveau';
        default:
          return assertNever(trouble);
      }
    },
    where: (source, field) =>
      `${source === '-' ? 'entrée standard' : source}${field === null ? '' : `, ${field}`}`,
    secretsOnInput: (fields) =>
      `Sans fenêtre, un secret arrive sur l’entrée standard, avec --secrets-stdin : ${asInput(fields)}`,
    cut: (field, used, leftOut) =>
      `${field} : seule l’adresse ${used} est utilisée; « ${leftOut} » est laissé de côté.`,
    otherWay: (action) =>
      `Elle s’est authentifiée d’une autre façon, gardée pour cette connexion : « ${action} »`,
  },
};
