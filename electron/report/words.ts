import type { Outcome, StepId, Sureness } from '@contract/findings';
import type { Language } from '@contract/languages';
import type { PhaseId } from '@contract/told-report';

/* What a report says in its own voice; findings, steps and systems have their words elsewhere. */

interface Words {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly environment: Readonly<Record<'production' | 'test', string>>;
  readonly verdict: Readonly<Record<'passed' | 'warning' | 'failed', string>>;
  readonly phase: Readonly<Record<PhaseId, string>>;
  readonly sure: Readonly<Record<Sureness, string>>;
  readonly label: Readonly<
    Record<
      | 'happened'
      | 'whoseJob'
      | 'whatToDo'
      | 'send'
      | 'steps'
      | 'findings'
      | 'details'
      | 'asked'
      | 'answered'
      | 'took'
      | 'reading'
      | 'sure'
      | 'code'
      | 'notTested'
      | 'noSecret'
      | 'timeline'
      | 'legend'
      | 'tested'
      | 'step'
      | 'result'
      | 'duration'
      | 'about',
      string
    >
  >;
  readonly asItShouldBe: string;
  readonly nothingSent: string;
  readonly onlyRead: string;
  readonly noMore: string;
  readonly inBrowser: string;
  readonly addressesOf: (host: string, via: string | null) => string;
  readonly connectionTo: (place: string, via: string | null) => string;
  readonly certificateOf: (place: string) => string;
  readonly requestTo: (place: string) => string;
  readonly onlyConnected: (place: string) => string;
  readonly values: (count: string) => string;
  readonly apart: (seconds: string) => string;
  readonly connected: string;
  readonly bytes: (count: string) => string;
  readonly noType: string;
  readonly entries: (count: string) => string;
  readonly version: (version: string) => string;
  readonly retryAfter: (seconds: string) => string;
  readonly pointsTo: (to: string) => string;
  readonly alert: (word: string) => string;
  readonly madeBy: (issuer: string) => string;
  readonly validUntil: (day: string, daysLeft: string | null) => string;
  readonly noAnswer: string;
  readonly noAnswerWithin: (seconds: string) => string;
  readonly nothingCame: string;
  /** Why a step of this system is not needed, or was not possible. */
  readonly skipped: (step: StepId, name: string) => string;
  readonly notTried: (names: string) => string;
  readonly personal: (names: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    outcome: {
      passed: 'passed',
      warning: 'note',
      failed: 'stopped',
      skipped: 'not needed',
      'not-tried': 'not tried',
    },
    environment: { production: 'production', test: 'test' },
    verdict: { passed: 'Proved', warning: 'Not fully proved', failed: 'Stopped' },
    phase: {
      lookup: 'name',
      connect: 'connection',
      tls: 'encryption',
      'first-byte': 'first byte',
      rest: 'the rest',
    },
    sure: {
      certain: 'Certain: it was measured.',
      'on-the-way':
        'Probably: a firewall, filter or proxy on the way can look like the server, and the other way round.',
      'by-name': 'Probably: judged by the names in the certificate.',
      'by-form': 'Probably: servers say this in their own ways; it was judged by the form of the answer.',
      'by-word': 'Certain: the server said so, in the word that its standard has for this.',
      'no-proof': 'Undecided: such an answer refuses nothing and proves nothing.',
    },
    label: {
      happened: 'What happened:',
      whoseJob: 'Whose job:',
      whatToDo: 'What to do:',
      send: 'Text to send',
      steps: 'Steps',
      findings: 'Findings',
      details: 'Step by step',
      asked: 'Asked:',
      answered: 'Came back:',
      took: 'Took:',
      reading: 'Meaning:',
      sure: 'How sure:',
      code: 'Code:',
      notTested: 'Not tested',
      noSecret:
        'This report holds no secret, token, cookie or signature, and nothing about students or staff. It names servers and this connection.',
      timeline: 'Where the time went',
      legend: 'Parts of a request:',
      tested: 'Tested:',
      step: 'Step',
      result: 'Result',
      duration: 'Duration',
      about: 'Step:',
    },
    asItShouldBe: 'As it should be.',
    nothingSent: 'Nothing was sent.',
    onlyRead: 'Nothing was sent; what was entered was read.',
    noMore: 'Nothing more was sent; an answer that had come before was read.',
    inBrowser: 'The sign-in page, in the person’s own browser.',
    addressesOf: (host, via) =>
      via === null ? `The addresses of ${host}` : `The way to ${host}: the proxy ${via}`,
    connectionTo: (place, via) =>
      via === null ? `A connection to ${place}` : `A connection to ${place}, through the proxy ${via}`,
    certificateOf: (place) => `An encrypted connection (TLS) with ${place}, and its certificate`,
    requestTo: (place) => `A request to ${place}`,
    onlyConnected: (place) => `A connection to ${place}; the request itself was not sent.`,
    values: (count) => `${count} values looked at`,
    apart: (seconds) => `${seconds} s apart`,
    connected: 'Connected',
    bytes: (count) => `${count} bytes`,
    noType: 'no type named',
    entries: (count) => `entries: ${count}`,
    version: (version) => `version ${version}`,
    retryAfter: (seconds) => `again after ${seconds} s`,
    pointsTo: (to) => `points to ${to}`,
    alert: (word) => `TLS alert “${word}”`,
    madeBy: (issuer) => `certificate issued by “${issuer}”`,
    validUntil: (day, daysLeft) =>
      daysLeft === null ? `valid until ${day}` : `valid until ${day} (days left: ${daysLeft})`,
    noAnswer: 'No whole answer',
    noAnswerWithin: (seconds) => `No whole answer within ${seconds} s`,
    nothingCame: 'Nothing',
    skipped: (step, name) => {
      switch (step) {
        case 'reach':
          return `${name}: this system cannot be asked who it is before the sign-in.`;
        case 'clock':
          return `${name}: no answer told the time.`;
        case 'permission':
        case 'data':
          return `${name}: the API was not called.`;
        default:
          return `${name}: not needed here.`;
      }
    },
    notTried: (names) => `Not tried, because the test stopped before: ${names}.`,
    personal: (names) => `Not asked, because these hold personal data: ${names}.`,
  },
  fr: {
    outcome: {
      passed: 'réussi',
      warning: 'à noter',
      failed: 'bloqué',
      skipped: 'sans objet',
      'not-tried': 'pas essayé',
    },
    environment: { production: 'production', test: 'essai' },
    verdict: { passed: 'Confirmée', warning: 'Pas entièrement confirmée', failed: 'Bloquée' },
    phase: {
      lookup: 'nom',
      connect: 'liaison',
      tls: 'chiffrement',
      'first-byte': 'premier octet',
      rest: 'le reste',
    },
    sure: {
      certain: 'Certain : cela a été mesuré.',
      'on-the-way':
        'Probable : un pare-feu, un filtre ou un serveur mandataire en chemin peut ressembler au serveur, et inversement.',
      'by-name': 'Probable : jugé d’après les noms inscrits au certificat.',
      'by-form': 'Probable : chaque serveur le dit à sa façon; jugé d’après la forme de la réponse.',
      'by-word': 'Certain : le serveur l’a dit, par le mot que sa norme prévoit pour cela.',
      'no-proof': 'Non concluant : une telle réponse ne refuse rien et ne prouve rien.',
    },
    label: {
      happened: 'Ce qui s’est passé :',
      whoseJob: 'Qui doit agir :',
      whatToDo: 'Que faire :',
      send: 'Texte à envoyer',
      steps: 'Étapes',
      findings: 'Constats',
      details: 'Étape par étape',
      asked: 'Demandé :',
      answered: 'Reçu :',
      took: 'Durée :',
      reading: 'Sens :',
      sure: 'Certitude :',
      code: 'Code :',
      notTested: 'Non vérifié',
      noSecret:
        'Ce rapport ne contient ni secret, ni jeton, ni témoin, ni signature, et rien sur les élèves ou le personnel. Il nomme des serveurs et cette connexion.',
      timeline: 'Où le temps est passé',
      legend: 'Parties d’une requête :',
      tested: 'Vérifié :',
      step: 'Étape',
      result: 'Résultat',
      duration: 'Durée',
      about: 'Étape :',
    },
    asItShouldBe: 'Tout est en ordre.',
    nothingSent: 'Rien n’a été envoyé.',
    onlyRead: 'Rien n’a été envoyé; ce qui a été saisi a été lu.',
    noMore: 'Rien de plus n’a été envoyé; une réponse déjà reçue a été lue.',
    inBrowser: 'La page d’authentification, dans le navigateur de la personne.',
    addressesOf: (host, via) =>
      via === null ? `Les adresses de ${host}` : `Le chemin vers ${host} : le serveur mandataire ${via}`,
    connectionTo: (place, via) =>
      via === null
        ? `Une liaison avec ${place}`
        : `Une liaison avec ${place}, par le serveur mandataire ${via}`,
    certificateOf: (place) => `Une liaison chiffrée (TLS) avec ${place}, et son certificat`,
    requestTo: (place) => `Une requête à ${place}`,
    onlyConnected: (place) => `Une liaison avec ${place}; la requête elle-même n’a pas été envoyée.`,
    values: (count) => `valeurs examinées : ${count}`,
    apart: (seconds) => `${seconds} s d’écart`,
    connected: 'Liaison établie',
    bytes: (count) => `${count} octets`,
    noType: 'aucun type indiqué',
    entries: (count) => `entrées : ${count}`,
    version: (version) => `version ${version}`,
    retryAfter: (seconds) => `de nouveau après ${seconds} s`,
    pointsTo: (to) => `renvoie à ${to}`,
    alert: (word) => `alerte TLS « ${word} »`,
    madeBy: (issuer) => `certificat délivré par « ${issuer} »`,
    validUntil: (day, daysLeft) =>
      daysLeft === null
        ? `valable jusqu’au ${day}`
        : `valable jusqu’au ${day} (jours restants : ${daysLeft})`,
    noAnswer: 'Aucune réponse complète',
    noAnswerWithin: (seconds) => `Aucune réponse complète en ${seconds} s`,
    nothingCame: 'Rien',
    skipped: (step, name) => {
      switch (step) {
        case 'reach':
          return `${name} : on ne peut pas demander à ce système qui il est avant l’authentification.`;
        case 'clock':
          return `${name} : aucune réponse n’indiquait l’heure.`;
        case 'permission':
        case 'data':
          return `${name} : l’API n’a pas été appelée.`;
        default:
          return `${name} : sans objet ici.`;
      }
    },
    notTried: (names) => `Non essayé, car la vérification s’est arrêtée avant : ${names}.`,
    personal: (names) => `Non demandé, car ce sont des données personnelles : ${names}.`,
  },
};
