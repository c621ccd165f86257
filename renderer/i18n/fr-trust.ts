import { certificateFileFr } from '@contract/certificate-file.fr';
import type { Words } from './en';

export const trust: Words['trust'] = {
  title: 'Certificats et serveur mandataire',
  lead: 'Cette connexion fait confiance aux mêmes certificats que cet ordinateur, et à ceux que vous ajoutez ici : pour ses propres hôtes, et nulle part ailleurs.',
  add: 'Ajouter un certificat…',
  added: 'Le certificat a été ajouté.',
  remove: 'Retirer',
  removeNamed: 'Retirer {{subject}}',
  removed: '{{subject}} a été retiré.',
  goodFor: 'Accepté pour {{hosts}} seulement',
  notFor:
    'Sans effet pour {{hosts}} : l’adresse a changé depuis. Pour l’accepter là aussi, ajoutez-le une nouvelle fois.',
  noHost: 'Un certificat pourra être ajouté dès que l’adresse sera saisie.',
  certificate: {
    issuer: 'Établi par',
    time: 'Valide',
    fromTo: 'du {{from}} au {{to}}',
    fingerprint: 'Empreinte SHA-256',
  },
  verdict: {
    'server-certificate':
      'C’est le certificat d’un seul serveur. Il faut celui de « {{issuer}} », qui l’a établi : demandez-le.',
    'own-certificate':
      'Ce certificat est autosigné : personne ne s’en porte garant. Demandez à l’exploitant du serveur un certificat délivré par une autorité.',
    expired: 'Il a expiré le {{to}}. Demandez celui qui l’a remplacé.',
    'not-yet-valid':
      'Il n’est valide qu’à partir du {{from}}. La date de cet ordinateur est-elle juste? Sinon, demandez celui qui sert aujourd’hui.',
    weak: 'Sa clé ou sa signature est trop faible pour qu’on lui fasse confiance aujourd’hui. Demandez-en un plus récent.',
    'issuer-missing':
      'Il a été établi par « {{issuer}} », à qui cet ordinateur ne fait pas confiance non plus. Choisissez un fichier qui contient aussi le certificat de « {{issuer}} ».',
    'already-trusted': 'Cet ordinateur lui fait déjà confiance : l’ajouter ne changerait rien.',
  },
  file: certificateFileFr,
  dialog: {
    title_one: 'Faire confiance à ce certificat pour cette connexion?',
    title_other: 'Faire confiance à ces {{count}} certificats pour cette connexion?',
    lead: 'Ce serait pour {{hosts}}, et pour cette connexion seulement. Rien d’autre ne change sur cet ordinateur.',
    inFile: 'Dans ce fichier',
    compare:
      'Comparez l’empreinte avec celle que vous donne votre équipe réseau ou l’exploitant du serveur, au téléphone ou de vive voix.',
    consequence:
      'Qui détient la clé de cette autorité peut lire ce que cette connexion envoie à {{hosts}}, le secret compris. Ne l’ajoutez que si votre équipe réseau, ou l’exploitant du serveur, vous l’a remis et que l’empreinte concorde.',
    leftOut: 'Laissés de côté',
    no: 'Ne pas faire confiance',
    yes: 'Faire confiance',
    yesAndTest: 'Faire confiance et vérifier de nouveau',
    uselessTitle: 'Ce fichier ne peut pas servir ici',
    another: 'Choisir un autre fichier',
    close: 'Fermer',
  },
  proxy: {
    offer:
      'Si vous avez reçu un nom d’utilisateur et un mot de passe pour ce serveur mandataire, ce programme peut s’y authentifier.',
    ask: 'S’authentifier auprès du serveur mandataire…',
    askAgain: 'Saisir de nouveau les identifiants…',
    title: 'S’authentifier auprès du serveur mandataire',
    lead: 'Saisissez le nom d’utilisateur et le mot de passe de {{proxy}} que votre équipe réseau vous a donnés. Ils sont envoyés à ce serveur mandataire et nulle part ailleurs, par chaque connexion qui passe par lui. Ce ne sont pas les valeurs de votre connexion.',
    user: 'Nom d’utilisateur',
    password: 'Mot de passe du serveur mandataire',
    where: 'Pour les oublier, ouvrez la page d’une connexion.',
    yes: 'Conserver et vérifier de nouveau',
    no: 'Ne pas s’authentifier',
    warnTitle: 'Ce mot de passe serait envoyé sans chiffrement',
    warn: 'La liaison avec le serveur mandataire {{proxy}} n’est pas chiffrée. Quiconque écoute sur votre propre réseau peut lire le nom d’utilisateur et le mot de passe. Ce qui passe ensuite par le serveur mandataire reste chiffré.',
    warnTodo:
      'Si ce mot de passe ouvre aussi autre chose, comme votre compte de travail, demandez plutôt à votre équipe réseau de laisser passer cet hôte sans authentification.',
    goOn: 'Les saisir quand même',
    kept: 'Les identifiants du serveur mandataire ont été enregistrés.',
    keptForNow: 'Les identifiants du serveur mandataire sont conservés jusqu’à la fermeture du programme.',
    listTitle: 'Identifiants de serveurs mandataires',
    listLead: 'Conservés pour cet ordinateur, pour chaque connexion qui passe par eux.',
    stateSaved: 'Nom d’utilisateur et mot de passe enregistrés, chiffrés',
    stateSession: 'Conservés jusqu’à la fermeture du programme',
    stateUnreadable: 'Enregistrés, mais illisibles pour le moment; rien n’a été effacé',
    forget: 'Oublier',
    forgetNamed: 'Oublier les identifiants de {{proxy}}',
    forgotten: 'Les identifiants de {{proxy}} ont été oubliés.',
  },
  offer: {
    title: 'Ajouter un certificat',
    unnamed: 'l’émetteur',
    'tls-intercepted':
      'Le mieux est d’exempter l’hôte. Si votre équipe réseau ne le peut pas et vous remet le certificat de « {{issuer}} » en fichier, vous pouvez l’ajouter à cette connexion. Le filtre lit alors ce qui est envoyé, le secret compris.',
    'tls-untrusted-root':
      'Si « {{issuer}} » est l’autorité de votre conseil ou de l’exploitant du serveur, et qu’on vous remet son certificat en fichier, vous pouvez l’ajouter à cette connexion.',
    'tls-incomplete-chain':
      'En attendant que le serveur envoie ce qui manque, le certificat de « {{issuer}} » peut être ajouté à cette connexion à partir d’un fichier. Il manquera toujours aux autres programmes.',
    'tls-self-signed':
      'Un certificat autosigné ne peut être ajouté que s’il porte la marque d’une autorité, ce qui est rare. La solution durable est un certificat délivré par une autorité, par exemple celle de votre conseil : c’est alors le certificat de cette autorité qui s’ajoute ici.',
  },
};
