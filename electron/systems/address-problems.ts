import type { Language } from '@contract/channels';
import type { FindingText } from '@contract/findings';

/* Why an address was not used, where the general text of `field-invalid` would not say it; by the fact `problem`. */

type Words = Readonly<Record<string, Partial<FindingText>>>;

const en: Words = {
  'guard-link': {
    title: 'A link stands in the place of an address',
    happened:
      '“{{field}}” does not hold the address itself but a link of {{other}} that leads to {{to}}. Mail filters, mail programs and search engines put such links in place of an address. Nothing was sent.',
    todo: 'Put the address behind the link into the field; the form shows it and takes it with one click. Then test again.',
  },
  'guard-link-closed': {
    title: 'A link stands in the place of an address',
    happened:
      '“{{field}}” does not hold the address itself but a link of {{other}}, and the link does not show where it leads. Mail filters, mail programs and search engines put such links in place of an address. Nothing was sent.',
    todo: 'Open the link in a browser and copy the address from there, or ask the sender to write the address as plain text. Then test again.',
  },
  'address-within': {
    title: 'There is an address inside an address',
    happened:
      'Inside “{{field}}” there is another address, of {{to}}. Only the beginning of this value would be used, so the other one would be cut off. Nothing was sent.',
    todo: 'Choose which of the two addresses is meant, enter it alone, then test again.',
  },
};

const fr: Words = {
  'guard-link': {
    title: 'Un lien se trouve à la place d’une adresse',
    happened:
      '«\u00a0{{field}}\u00a0» ne contient pas l’adresse elle-même, mais un lien de {{other}} qui mène à {{to}}. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Mettez dans le champ l’adresse qui se trouve derrière le lien; le formulaire la montre et la prend d’un clic. Relancez ensuite la vérification.',
  },
  'guard-link-closed': {
    title: 'Un lien se trouve à la place d’une adresse',
    happened:
      '«\u00a0{{field}}\u00a0» ne contient pas l’adresse elle-même, mais un lien de {{other}}, et ce lien ne montre pas où il mène. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Ouvrez le lien dans un navigateur et copiez l’adresse qui s’y affiche, ou demandez à l’expéditeur de l’écrire en texte brut. Relancez ensuite la vérification.',
  },
  'address-within': {
    title: 'Une adresse se trouve à l’intérieur d’une autre',
    happened:
      '«\u00a0{{field}}\u00a0» contient une autre adresse, celle de {{to}}. Seul le début de cette valeur serait employé; l’autre adresse serait donc coupée. Rien n’a été envoyé.',
    todo: 'Choisissez laquelle des deux adresses est la bonne, entrez-la seule, puis relancez la vérification.',
  },
};

export const addressProblems: Readonly<Record<Language, Words>> = { en, fr };
