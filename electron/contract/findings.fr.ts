import type { FindingVariant } from './finding-variants';
import type { FindingCode, FindingText } from './findings';

/* Les mêmes constats en français du Canada, écrits comme tels; les faits permis sont ceux de findings.en.ts. */

const FILTER_OR_SERVER =
  'Deux lectures sont possibles : le serveur n’envoie pas toute sa chaîne de certificats, ou un filtre de contenu de votre réseau glisse son propre certificat entre les deux.';

export const findingsFr: Readonly<Record<FindingCode, FindingText>> = {
  ok: {
    title: 'Tout est en règle',
    happened: 'Cette étape a réussi.',
    todo: 'Rien à faire.',
  },
  'information-inspected': {
    title: 'Un filtre de votre réseau lit cette connexion, et il est reconnu ici',
    happened:
      'Le certificat de {{host}} vient de « {{issuer}} », à qui cet ordinateur fait confiance ou dont vous avez ajouté le certificat. Sur un autre ordinateur, ou chez le fournisseur, le certificat peut être différent.',
    todo: 'Rien à faire ici. Si la connexion ne fonctionne que sur cet ordinateur, demandez à votre équipe réseau d’exempter {{host}} de l’inspection.',
  },

  'field-missing': {
    title: 'Il manque une valeur',
    happened: '« {{field}} » est vide. Rien n’a été envoyé.',
    todo: 'Remplissez ce champ, puis relancez la vérification.',
  },
  'field-invalid': {
    title: 'Une valeur ne peut pas convenir telle quelle',
    happened:
      '« {{field}} » contient quelque chose qu’une telle valeur ne peut pas contenir. Rien n’a été envoyé.',
    todo: 'Lisez la remarque à côté du champ, corrigez-le, puis relancez la vérification.',
  },
  'same-address-twice': {
    title: 'La même adresse se trouve dans deux champs',
    happened:
      '« {{field}} » et « {{other}} » contiennent la même adresse, alors que chacun a la sienne. Rien n’a été envoyé.',
    todo: 'Recopiez les deux depuis ce que vous avez reçu, puis relancez la vérification.',
  },
  'different-client-id': {
    title: 'Vos connexions ont des identifiants client différents',
    happened: '« {{other}} » a un autre identifiant client. Un conseil a le même pour toutes ses instances.',
    todo: 'Comparez les deux avec les réponses reçues et corrigez celui qui s’écarte de la sienne.',
  },
  'same-secret-in-test-and-production': {
    title: 'L’essai et la production ont le même secret',
    happened: '« {{other}} » a le même secret. Chaque instance reçoit le sien.',
    todo: 'Cherchez pour quelle instance ce secret a été remis, et entrez le bon dans l’autre.',
  },
  'same-api-in-test-and-production': {
    title: 'L’essai et la production ont la même adresse d’API',
    happened: '« {{other}} » a la même adresse d’API. L’essai et la production en ont de différentes.',
    todo: 'Comparez les deux avec les réponses reçues, pour que des données d’essai n’aillent pas en production.',
  },
  'insecure-address': {
    title: 'Cette adresse n’est pas protégée',
    happened:
      '« {{field}} » commence par http://, où n’importe qui pourrait lire un secret en chemin. Rien n’a été envoyé.',
    todo: 'Prenez l’adresse qui commence par https://, puis relancez la vérification.',
  },

  'name-not-found': {
    title: 'Aucun serveur de ce nom n’est connu',
    happened: 'Le nom {{host}} a été cherché et n’existe pas, vu de cet ordinateur.',
    todo: 'Comparez le nom avec ce que vous avez reçu, lettre par lettre. S’il est juste, il n’est peut-être connu qu’à l’intérieur d’un autre réseau : faites alors la vérification de là-bas.',
  },
  'name-lookup-unavailable': {
    title: 'Les noms ne peuvent pas être cherchés en ce moment',
    happened: 'Le service qui traduit les noms en adresses (DNS) n’a rien répondu au sujet de {{host}}.',
    todo: 'Voyez si d’autres sites Web s’ouvrent sur cet ordinateur. Sinon, prévenez votre équipe réseau.',
    send: 'Bonjour,\n\nDepuis mon ordinateur, le serveur DNS ne répond rien au sujet de {{host}}. Pourriez-vous vérifier?\n\nMerci',
  },
  offline: {
    title: 'Cet ordinateur n’est relié à aucun réseau',
    happened: 'Aucun serveur n’est accessible en ce moment. Rien n’a été envoyé.',
    todo: 'Reliez l’ordinateur au réseau, puis relancez la vérification.',
  },
  'host-unreachable': {
    title: 'Aucun chemin ne mène à ce serveur',
    happened: 'Le réseau n’a trouvé aucun chemin vers {{host}}, port {{port}}.',
    todo: 'Si ce serveur se joint par un RPV, ouvrez-le d’abord. Sinon, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nDepuis mon ordinateur, aucun chemin ne mène à {{host}}, port TCP {{port}}. Nous avons besoin d’une connexion HTTPS sortante vers ce serveur. Pourriez-vous vérifier?\n\nMerci',
  },
  'connection-refused': {
    title: 'L’ordinateur est là, mais rien ne répond à ce port',
    happened: '{{host}} a aussitôt écarté la connexion au port {{port}}.',
    todo: 'Comparez l’adresse et le port avec ce que vous avez reçu. S’ils sont justes, le service est peut-être arrêté : envoyez le message ci-dessous à son exploitant.',
    send: 'Bonjour,\n\nUne connexion à {{host}}, port TCP {{port}}, est aussitôt refusée. Le service fonctionne-t-il, et est-ce le bon port?\n\nMerci',
  },
  'connection-timeout': {
    title: 'Aucune réponse : le chemin est sans doute fermé',
    happened:
      'La connexion à {{host}}, port {{port}}, n’a été ni acceptée ni refusée. C’est ainsi que se comporte un pare-feu qui ne la laisse pas passer.',
    todo: 'Comparez le port avec ce que vous avez reçu. S’il est juste, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nVeuillez autoriser les connexions HTTPS sortantes vers {{host}}, port TCP {{port}}. Depuis mon ordinateur, elles restent sans aucune réponse, comme si un pare-feu les écartait.\n\nMerci',
  },
  'connection-reset': {
    title: 'La connexion a été coupée',
    happened:
      'La connexion à {{host}}, port {{port}}, a commencé, puis a été coupée par l’autre côté ou en chemin.',
    todo: 'Relancez la vérification. Si elle est coupée de nouveau, un pare-feu ou un filtre peut en être la cause : envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLes connexions HTTPS à {{host}}, port TCP {{port}}, commencent puis sont coupées. Un pare-feu ou un filtre de contenu les coupe-t-il? Nous en avons besoin.\n\nMerci',
  },
  'blocked-by-policy': {
    title: 'Cet ordinateur ne permet pas la connexion',
    happened:
      'Un logiciel de sécurité ou une règle de cet ordinateur interdit de joindre {{host}}, port {{port}}.',
    todo: 'Envoyez le message ci-dessous à la personne responsable de la sécurité de cet ordinateur.',
    send: 'Bonjour,\n\nUn logiciel de sécurité ou une stratégie de mon ordinateur bloque la connexion à {{host}}, port TCP {{port}}. Nous en avons besoin; veuillez l’autoriser.\n\nMerci',
  },

  'proxy-unreachable': {
    title: 'Le serveur mandataire ne répond pas',
    happened:
      'Cet ordinateur doit joindre {{host}} par le serveur mandataire (proxy) {{via}}, et celui-ci ne répond pas.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nMon ordinateur est réglé pour passer par le serveur mandataire {{via}} vers {{host}}, mais celui-ci ne répond pas. Fonctionne-t-il, et est-ce la bonne adresse?\n\nMerci',
  },
  'proxy-sign-in-required': {
    title: 'Le serveur mandataire de votre réseau demande sa propre authentification',
    happened:
      'Le serveur mandataire (proxy) {{via}} veut un nom d’utilisateur et un mot de passe avant de laisser passer quoi que ce soit vers {{host}}. Cela n’a rien à voir avec les valeurs que vous avez entrées.',
    todo: 'Si vous avez reçu des identifiants pour ce serveur mandataire, la fenêtre de ce programme peut les conserver. Sinon, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLe serveur mandataire {{via}} demande une authentification avant de laisser passer les connexions vers {{host}}, port TCP {{port}}. Veuillez les laisser passer sans elle, ou me dire quoi utiliser.\n\nMerci',
  },
  'proxy-sign-in-rejected': {
    title: 'Le serveur mandataire n’a pas accepté les identifiants conservés pour lui',
    happened:
      'Le serveur mandataire (proxy) {{via}} a reçu le nom d’utilisateur et le mot de passe conservés pour lui, et les a demandés de nouveau. Rien n’est parvenu à {{host}}. Ils n’ont pas été essayés deux fois, pour ne verrouiller aucun compte.',
    todo: 'Saisissez encore une fois le nom d’utilisateur et le mot de passe de ce serveur mandataire, tels que votre équipe réseau vous les a donnés.',
  },
  'proxy-refused': {
    title: 'Le serveur mandataire de votre réseau ne laisse pas passer cette connexion',
    happened: 'Le serveur mandataire (proxy) {{via}} a refusé de joindre {{host}}, port {{port}}.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLe serveur mandataire {{via}} refuse les connexions vers {{host}}, port TCP {{port}}. Veuillez les autoriser : nous avons besoin de cette connexion HTTPS.\n\nMerci',
  },
  'proxy-script-failed': {
    title: 'La configuration automatique du serveur mandataire ne fonctionne pas',
    happened:
      'Cet ordinateur demande à un script par où joindre {{host}}, et le script n’a donné aucune réponse utilisable.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLa configuration automatique du serveur mandataire (PAC) ne donne à mon ordinateur aucune réponse utilisable pour {{host}}. Pourriez-vous vérifier le script et son adresse?\n\nMerci',
  },

  'not-tls': {
    title: 'Ce port ne parle pas https',
    happened:
      '{{host}} a répondu au port {{port}}, mais pas par une connexion sécurisée. Rien n’a été envoyé.',
    todo: 'Comparez le port avec ce que vous avez reçu. Souvent, le service sécurisé a un autre port.',
  },
  'not-http': {
    title: 'Autre chose qu’un service Web répond ici',
    happened:
      '{{host}} offre une connexion sécurisée au port {{port}}, mais ce qui y répond n’est pas un service Web.',
    todo: 'Comparez l’adresse et le port avec ce que vous avez reçu.',
  },
  'tls-old-protocol': {
    title: 'Le serveur n’offre qu’un chiffrement dépassé',
    happened: '{{host}} ne parle que des versions de TLS qui ne sont plus sûres. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, n’offre que des versions de TLS antérieures à 1.2. Veuillez activer TLS 1.2 ou plus récent; notre logiciel n’envoie pas d’identifiants par les anciennes.\n\nMerci',
  },
  'tls-no-common-cipher': {
    title: 'Aucun chiffrement commun n’a été trouvé',
    happened:
      '{{host}} et cet ordinateur n’ont aucune méthode de chiffrement en commun. Rien n’a été envoyé. Certains serveurs répondent de la même façon quand ils ne connaissent pas le nom demandé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLes réglages TLS de {{host}}, port {{port}}, ne laissent aucun chiffrement commun avec un client actuel. Veuillez permettre les suites ECDHE habituelles, avec AES-GCM ou ChaCha20.\n\nMerci',
  },
  'tls-client-certificate-required': {
    title: 'Le serveur demande un certificat à cet ordinateur',
    happened:
      '{{host}} veut un certificat de cet ordinateur. Ces services n’en utilisent pas : c’est peut-être un autre serveur, ou un réglage de trop. Rien n’a été envoyé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, exige un certificat client. L’API s’utilise avec un identifiant client et un secret; veuillez lever cette exigence, ou nous donner la bonne adresse.\n\nMerci',
  },
  'tls-unknown-name': {
    title: 'Le serveur ne dessert pas ce nom',
    happened:
      'Un serveur répond à l’adresse de {{host}}, port {{port}}, mais dit ne connaître aucun site de ce nom. Rien n’a été envoyé.',
    todo: 'Comparez le nom avec ce que vous avez reçu, lettre par lettre : souvent, un numéro, un nom court ou un ancien nom remplace le nom complet. S’il est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe serveur derrière {{host}}, port TCP {{port}}, refuse ce nom pendant la négociation TLS (alerte 112, unrecognized_name). {{host}} est-il le bon nom, et y est-il configuré avec son certificat? Si oui, notre DNS mène-t-il au bon serveur?\n\nMerci',
  },
  'tls-refused': {
    title: 'Le serveur n’accepte pas la connexion sécurisée',
    happened:
      '{{host}} a répondu au port {{port}} et a lui-même refusé la connexion sécurisée (alerte TLS « {{alert}} »). Souvent, un tel serveur ne connaît pas le nom demandé, ou n’a pas de certificat pour lui.',
    todo: 'Comparez le nom et le port avec ce que vous avez reçu. S’ils sont justes, envoyez le message ci-dessous à l’exploitant du serveur. Si la connexion réussit à partir d’un autre réseau, montrez-le à votre équipe réseau : un filtre peut répondre à la place du serveur.',
    send: 'Bonjour,\n\n{{host}}, port TCP {{port}}, met fin à la négociation TLS par l’alerte « {{alert}} ». Le client propose TLS 1.2 et 1.3 ainsi que le nom du serveur. Ce nom y est-il configuré avec son certificat, et que dit le journal du serveur?\n\nMerci',
  },
  'tls-expired': {
    title: 'Le certificat du serveur est expiré',
    happened: 'Le certificat de {{host}} était valide jusqu’au {{validTo}}. Rien n’a été envoyé.',
    todo: 'Vérifiez d’abord la date de cet ordinateur. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a expiré le {{validTo}}. Veuillez le renouveler.\n\nMerci',
  },
  'tls-not-yet-valid': {
    title: 'Le certificat du serveur commence dans l’avenir',
    happened:
      'Le certificat de {{host}} est valide à partir du {{validFrom}}. Le plus souvent, c’est l’horloge de cet ordinateur qui retarde. Rien n’a été envoyé.',
    todo: 'Réglez la date et l’heure de cet ordinateur, puis relancez la vérification. Si elles sont justes, prévenez l’exploitant de {{host}}.',
  },
  'tls-name-mismatch': {
    title: 'Le certificat appartient à un autre nom',
    happened: '{{host}} a montré un certificat fait pour {{names}}. Rien n’a été envoyé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu : souvent, un nom court ou un numéro remplace le nom complet. Si elle est juste, prévenez l’exploitant du serveur.',
  },
  'tls-name-not-permitted': {
    title: 'Le certificat contient un nom dont son émetteur ne peut pas se porter garant',
    happened:
      'Le certificat de {{host}} est fait pour {{names}}. Il a été délivré par « {{issuer}} ». Cette autorité, ou une autre au-dessus d’elle, ne peut se porter garante que de certains noms, et ceux-ci n’en font pas tous partie. Rien n’a été envoyé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur ou de cette autorité. Ajouter ici le certificat de l’autorité n’y change rien.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, est fait pour {{names}} et délivré par « {{issuer}} ». Une contrainte de nom (extension nameConstraints) de l’émetteur, ou d’une autorité au-dessus de lui, ne permet pas ces noms : les clients le refusent. Veuillez le délivrer pour des noms permis seulement, faire élargir la contrainte, ou recourir à une autre autorité de certification.\n\nMerci',
  },
  'tls-unsuitable': {
    title: 'Un certificat du serveur n’est pas fait pour cet usage',
    happened:
      'L’un des certificats montrés par {{host}} enfreint une règle sur ce à quoi il peut servir. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLes clients refusent la chaîne de certificats de {{host}}, port {{port}} : l’un des certificats enfreint une règle sur ce à quoi il peut servir. Veuillez vérifier la chaîne et en installer une qu’une autorité publique délivrerait à un serveur Web.\n\nMerci',
  },
  'tls-self-signed': {
    title: 'Le serveur a établi son certificat lui-même',
    happened:
      'Personne ne se porte garant du certificat de {{host}}; il pourrait être à n’importe qui. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, montre un certificat autosigné. Veuillez en installer un d’une autorité de certification publique, avec sa chaîne.\n\nMerci',
  },
  'tls-untrusted-root': {
    title: 'Le certificat vient de quelqu’un que cet ordinateur ne connaît pas',
    happened:
      'Le certificat de {{host}} vient de « {{issuer}} », à qui cet ordinateur ne fait pas confiance. Ou bien le serveur utilise une autorité de certification privée, ou bien un filtre de contenu de votre réseau glisse son propre certificat entre les deux. Rien n’a été envoyé.',
    todo: 'Si « {{issuer}} » est un filtre ou votre propre conseil, demandez à votre équipe réseau d’exempter {{host}} de l’inspection. Sinon, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, montre un certificat délivré par « {{issuer}} », à qui nos ordinateurs ne font pas confiance. Veuillez en utiliser un d’une autorité de certification publique, avec toute sa chaîne. Si ce nom vous est inconnu, dites-le-nous : c’est alors quelque chose chez nous qui s’interpose.\n\nMerci',
  },
  'tls-incomplete-chain': {
    title: 'Il manque un maillon aux certificats du serveur',
    happened: `{{host}} n’a montré qu’un seul certificat, fait par « {{issuer}} ». ${FILTER_OR_SERVER} Un navigateur peut ouvrir la page malgré tout, car il va chercher ce qui manque. Rien n’a été envoyé.`,
    todo: 'Si « {{issuer}} » est un filtre ou votre propre conseil, demandez à votre équipe réseau d’exempter {{host}} de l’inspection. Sinon, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, envoie son certificat (délivré par « {{issuer}} ») sans le certificat intermédiaire. Les navigateurs vont le chercher d’eux-mêmes, les autres programmes non. Veuillez installer la chaîne complète.\n\nMerci',
  },
  'tls-intercepted': {
    title: 'Le filtre de votre réseau lit cette connexion',
    happened:
      '{{host}} a répondu avec un certificat établi par « {{issuer}} » au lieu de celui du serveur. Rien n’a donc été envoyé.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau, puis relancez la vérification.',
    send: 'Bonjour,\n\nLes connexions à {{host}}, port TCP {{port}}, sont signées de nouveau par « {{issuer}} ». Des identifiants donnant accès à des données d’élèves passent par là : veuillez exempter ce nom de l’inspection TLS.\n\nMerci',
  },
  'tls-revoked': {
    title: 'Le certificat du serveur a été révoqué',
    happened: 'L’autorité qui a délivré le certificat de {{host}} l’a annulé. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a été révoqué. Veuillez en installer un nouveau.\n\nMerci',
  },
  'tls-weak': {
    title: 'Le chiffrement du serveur est trop faible',
    happened:
      'Le certificat ou la clé de {{host}} est d’un genre qui ne résiste plus aux attaques d’aujourd’hui. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe certificat TLS ou la clé de {{host}}, port {{port}}, est trop faible pour un client actuel (par exemple SHA-1, ou RSA de moins de 2048 bits). Veuillez le remplacer.\n\nMerci',
  },
  'tls-expires-soon': {
    title: 'Le certificat du serveur expire bientôt',
    happened:
      'Tout va bien aujourd’hui. Le certificat de {{host}} est valide jusqu’au {{validTo}}; jours restants : {{daysLeft}}.',
    todo: 'Rien pour l’instant. S’il n’est pas renouvelé une semaine avant, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, expire le {{validTo}}. Son renouvellement est-il prévu?\n\nMerci',
  },

  'clock-skew': {
    title: 'Deux horloges ne s’accordent pas',
    happened:
      'L’horloge de cet ordinateur et celle de {{host}} ont {{seconds}} s d’écart. L’authentification dépend de l’heure.',
    todo: 'Laissez cet ordinateur régler sa date et son heure automatiquement, puis relancez la vérification.',
  },
  'web-page-answered': {
    title: 'Une page Web a répondu à la place du service',
    happened:
      'De {{host}} est venue une page destinée aux personnes, et non la réponse d’un service. Souvent, c’est la page de blocage d’un filtre ou la page d’accueil d’un réseau d’invités.',
    todo: 'Ouvrez l’adresse dans un navigateur et voyez qui répond. Une page de blocage relève de votre équipe réseau : envoyez-lui le message ci-dessous. Toute autre page : comparez l’adresse avec ce que vous avez reçu.',
    send: 'Bonjour,\n\nLes requêtes HTTPS vers {{host}} reçoivent une page Web en réponse, comme le fait un filtre de contenu. Veuillez ajouter {{host}} aux sites permis, sans page d’avertissement.\n\nMerci',
  },
  'wrong-address': {
    title: 'Le serveur ne connaît rien à cette adresse',
    happened: '{{host}} a répondu qu’il n’a rien à {{url}}.',
    todo: 'Comparez l’adresse entière avec ce que vous avez reçu, y compris ce qui suit le nom.',
  },
  redirected: {
    title: 'Le serveur renvoie à une autre adresse',
    happened:
      'La requête à {{from}} a reçu pour réponse d’aller à {{to}}. Ce renvoi n’a pas été suivi, pour que votre secret n’aille nulle part ailleurs.',
    todo: 'Si vous connaissez la seconde adresse et qu’elle est juste, entrez-la à la place de la première, puis relancez la vérification.',
  },
  'windows-authentication': {
    title: 'Le serveur demande une authentification Windows',
    happened: '{{host}} veut d’abord un compte Windows. Le service lui-même n’en utilise pas.',
    todo: 'Prenez l’adresse du portail public, sans authentification Windows, ou demandez à l’exploitant de {{host}} de la désactiver pour cette adresse.',
  },
  'not-restarted': {
    title: 'C’est le bon serveur, mais sa nouvelle partie ne répond pas encore',
    happened:
      '{{host}} est le bon produit. L’adresse de l’authentification n’y existe pas encore, comme avant un redémarrage.',
    todo: 'Faites redémarrer l’application Web, en dehors des heures de travail. Si le fournisseur l’héberge pour vous, demandez-le-lui.',
  },
  'wrong-product': {
    title: 'Un autre produit répond ici',
    happened: '{{host}} a répondu, mais pas comme le fait ce système.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu, et voyez si vous avez choisi le bon système.',
  },

  'credentials-rejected': {
    title: 'L’identifiant et le secret n’ont pas été acceptés',
    happened: '{{host}} a répondu, mais n’a pas accepté l’identifiant et le secret.',
    todo: 'Recopiez les deux, et assurez-vous qu’ils vont ensemble et avec cet environnement. Ne répétez pas souvent cette vérification : certains serveurs se verrouillent après plusieurs tentatives.',
  },
  'request-rejected': {
    title: 'Le serveur n’a pas accepté la forme de l’authentification',
    happened:
      '{{host}} a refusé la requête à cause de sa forme. Cela ne dit rien de votre identifiant client ni de votre secret.',
    todo: 'Si une autre façon de s’authentifier est offerte ici, essayez-la. S’il n’y en a pas, ou si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête d’authentification à cause de sa forme, et non des identifiants. Quel genre d’authentification attend-il, avec quels paramètres, et à quel endroit de la requête?\n\nMerci',
  },
  'client-not-allowed': {
    title: 'Cet identifiant n’a pas droit à cette authentification',
    happened: '{{host}} ne permet pas ce genre d’authentification à cet identifiant.',
    todo: 'Envoyez le message ci-dessous à qui vous a remis les identifiants.',
    send: 'Bonjour,\n\n{{host}} répond que notre identifiant client n’a pas droit au genre d’authentification dont notre logiciel a besoin. Veuillez l’autoriser pour cet identifiant.\n\nMerci',
  },
  'scope-missing': {
    title: 'Le serveur veut au moins une portée',
    happened: '{{host}} demande au moins une portée (scope), et aucune n’a été envoyée.',
    todo: 'Entrez les portées que vous avez reçues, puis relancez la vérification.',
  },
  'scope-rejected': {
    title: 'Les portées n’ont pas été acceptées',
    happened:
      '{{host}} n’accepte pas, pour cet identifiant, les portées (scopes) telles qu’elles sont écrites ici.',
    todo: 'Recopiez les portées, tous les mots, avec une espace entre chacun, puis relancez la vérification.',
  },
  'redirect-url-rejected': {
    title: 'L’URL de redirection ou l’identifiant n’a pas été accepté',
    happened:
      '{{host}} s’est arrêté avant l’authentification. C’est habituel quand l’URL de redirection n’est pas enregistrée exactement telle quelle, ou quand l’identifiant n’est pas connu.',
    todo: 'Comparez les deux, caractère par caractère. S’ils concordent, envoyez le message ci-dessous à qui vous a remis les identifiants.',
    send: 'Bonjour,\n\n{{host}} refuse notre demande avant la page d’authentification. Notre URL de redirection est-elle enregistrée exactement comme nous l’avons envoyée, et notre identifiant client est-il actif?\n\nMerci',
  },
  'sign-in-cancelled': {
    title: 'L’accès a été refusé dans le navigateur',
    happened: 'Sur la page de {{host}}, l’accès n’a pas été autorisé.',
    todo: 'Relancez la vérification et autorisez l’accès dans le navigateur. Si vous ne le pouviez pas, prenez un compte qui en a le droit.',
  },
  'sign-in-incomplete': {
    title: 'L’authentification n’est pas allée jusqu’au bout',
    happened:
      'La page de {{host}} devait s’ouvrir dans votre navigateur, et aucune réponse n’est revenue à cet ordinateur.',
    todo: 'Relancez la vérification et restez dans le navigateur jusqu’à ce qu’il dise que vous pouvez fermer la page. Si aucune page ne s’est ouverte, copiez son adresse dans le navigateur.',
  },
  'answer-not-ours': {
    title: 'Une réponse est venue qui n’appartient pas à cette authentification',
    happened:
      'Ce qui est revenu au nom de {{host}} ne correspond pas à la question posée; rien n’en a été utilisé.',
    todo: 'Fermez les autres pages d’authentification et relancez la vérification. Si cela se reproduit, prévenez l’exploitant de {{host}}.',
  },
  'callback-port-in-use': {
    title: 'Un autre programme occupe le port de l’authentification',
    happened:
      'L’authentification revient au port {{port}} de cet ordinateur, et un autre programme l’utilise.',
    todo: 'Fermez l’autre programme ou redémarrez cet ordinateur, puis relancez la vérification. Le port fait partie de l’URL de redirection enregistrée et ne change pas.',
  },
  'not-refused': {
    title: 'La demande n’a pas été refusée',
    happened:
      '{{host}} a répondu par sa page d’authentification. Bien des serveurs n’y regardent de près qu’ensuite; ce n’est donc pas une preuve.',
    todo: 'Poursuivez la configuration. La première utilisation réelle en fera la preuve.',
  },
  'probably-accepted': {
    title: 'L’identifiant et le secret ont probablement été acceptés',
    happened:
      '{{host}} n’a refusé que le code fictif envoyé par cette vérification; l’identifiant et le secret sont donc probablement bons.',
    todo: 'Poursuivez la configuration. La première utilisation réelle en fera la preuve.',
  },
  'not-proved': {
    title: 'L’authentification n’a pas été essayée',
    happened: 'Tout ce qui se vérifie d’ici est en ordre. Le secret n’a pas été envoyé.',
    todo: 'Poursuivez la configuration. La première utilisation réelle en fera la preuve.',
  },

  'signature-rejected': {
    title: 'La signature n’a pas été acceptée',
    happened: '{{host}} a jugé que la requête n’est pas signée comme il l’attend.',
    todo: 'Recopiez le secret. S’il est juste, choisissez l’autre méthode de signature, ou voyez si un serveur mandataire change l’adresse en chemin.',
  },
  'nonce-rejected': {
    title: 'Le serveur croit avoir déjà vu cette requête',
    happened: '{{host}} a refusé la marque à usage unique de la requête. Elle est nouvelle à chaque fois.',
    todo: 'Relancez la vérification. Si cela se reproduit, comparez les horloges et demandez à votre équipe réseau si les requêtes partent en double.',
  },
  'token-malformed': {
    title: 'La réponse d’authentification ne contient aucun jeton',
    happened: '{{host}} a dit oui, mais sa réponse ne contient aucun access_token utilisable.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe service de jetons de {{host}} accepte notre requête, mais répond sans access_token utilisable (RFC 6749, section 5.1). Pourriez-vous vérifier?\n\nMerci',
  },
  'token-expired': {
    title: 'Le serveur dit que son propre jeton est expiré',
    happened: '{{host}} a remis un jeton et a dit aussitôt que ce jeton est expiré.',
    todo: 'Vérifiez de nouveau une seule fois. Si rien ne change, comparez les horloges : un serveur dont l’horloge est fausse remet des jetons déjà expirés. Prévenez alors l’exploitant du serveur; vérifier encore n’y change rien.',
  },
  'token-rejected': {
    title: 'Le jeton n’a pas été accepté',
    happened: '{{host}} n’accepte pas ce jeton pour ce service.',
    todo: 'Assurez-vous que toutes les valeurs appartiennent au même environnement, puis relancez la vérification.',
  },

  'permission-missing': {
    title: 'Authentifié, mais tout ne peut pas être lu',
    happened:
      'L’authentification a réussi. {{host}} ne laisse pas cette connexion lire ce qui est nommé ici.',
    todo: 'Dans le système, donnez cette autorisation à la connexion, puis relancez la vérification.',
  },
  'not-offered': {
    title: 'Le serveur n’offre pas « {{subject}} »',
    happened:
      '{{host}} n’a rien à cette seule adresse, mais répond à d’autres, à côté. La norme permet à un serveur d’en omettre.',
    todo: 'Rien à faire, sauf si vous avez besoin de « {{subject}} ». Demandez-le alors à l’exploitant du serveur.',
  },
  'empty-data': {
    title: 'Relié, mais rien n’est venu',
    happened: '{{host}} a répondu par une liste vide. L’authentification fonctionne.',
    todo: 'Voyez si la connexion peut lire au moins une école, et si l’année scolaire en cours est créée.',
  },
  'unexpected-answer': {
    title: 'La réponse n’est pas celle que ce service promet',
    happened: '{{host}} a répondu, mais pas sous la forme convenue pour ce service.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à notre requête sous une forme qui ne correspond pas à celle qui est publiée. Quelque chose y a-t-il changé? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'mislabelled-answer': {
    title: 'La réponse est bonne, mais mal étiquetée',
    happened:
      '{{host}} a envoyé ce qui était demandé, mais sans l’annoncer comme du JSON en UTF-8. Ce programme le lit quand même; d’autres pourraient le refuser.',
    todo: 'Rien à faire de votre côté. Si un autre programme a des difficultés ici, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} envoie du JSON sous un autre type de contenu ou un autre jeu de caractères. Pourriez-vous l’envoyer en « application/json », en UTF-8? Certains programmes le refusent autrement.\n\nMerci',
  },
  'answer-too-large': {
    title: 'La réponse est beaucoup trop grande',
    happened: '{{host}} a envoyé bien plus que la question n’appelle; la lecture a donc été arrêtée.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à une petite requête par plus de 1 Mio. Pourriez-vous vérifier?\n\nMerci',
  },
  'rate-limited': {
    title: 'Le serveur demande une pause',
    happened:
      '{{host}} ne prend plus de requêtes pour le moment : il y en a eu trop, ou le serveur est en entretien.',
    todo: 'Attendez quelques minutes avant de relancer la vérification. La répéter aussitôt prolonge l’attente.',
  },
  'server-error': {
    title: 'Le serveur a lui-même un problème',
    happened:
      '{{host}} a répondu qu’il ne peut pas travailler en ce moment. Cela ne dit rien de vos valeurs.',
    todo: 'Relancez la vérification plus tard. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à nos requêtes par une panne de serveur. Y a-t-il un entretien en cours, ou pourriez-vous vérifier? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'guard-answered': {
    title: 'Une protection placée devant le serveur a arrêté la requête',
    happened:
      'Un service qui protège {{host}} des robots ou des attaques a répondu à sa place. La requête n’est pas arrivée; cela ne dit donc rien de vos valeurs.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur. Répéter l’essai n’aide pas.',
    send: 'Bonjour,\n\nLa protection placée devant {{host}} (pare-feu applicatif ou contrôle des robots) répond à nos requêtes d’API à sa place. Un programme ne peut pas passer un tel contrôle. Veuillez laisser passer les requêtes vers l’API, par exemple depuis notre adresse IP : ________.\n\nMerci',
  },
  refused: {
    title: 'Le serveur a refusé sans dire pourquoi',
    happened:
      '{{host}} a répondu « interdit », sans plus. Trois causes sont possibles : l’adresse n’est pas la bonne, l’adresse IP de cet ordinateur n’est pas autorisée, ou il manque un droit. Rien n’indique que vos valeurs soient fausses.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à notre requête par 403, sans raison. L’adresse est-elle la bonne, le serveur n’accepte-t-il que certaines adresses IP (la nôtre : ________), ou nous manque-t-il un droit?\n\nMerci',
  },
  'timed-out': {
    title: 'La réponse a pris trop de temps',
    happened: 'La connexion était établie, mais aucune réponse entière n’est venue à temps.',
    todo: 'Relancez la vérification plus tard. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nVotre API accepte notre connexion, mais ne répond pas à temps. Pourriez-vous vérifier? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  cancelled: {
    title: 'Vous avez arrêté la vérification',
    happened: 'La vérification s’est terminée à votre demande. Ce qui avait été trouvé jusque-là demeure.',
    todo: 'Relancez la vérification quand vous voudrez.',
  },

  'secret-missing': {
    title: 'Il manque un secret',
    happened: '« {{field}} » n’est pas là; rien n’a donc été envoyé.',
    todo: 'Entrez-le, puis relancez la vérification.',
  },
  'secret-unreadable': {
    title: 'Le secret est là, mais ne peut pas être ouvert',
    happened:
      '« {{field}} » a été conservé par un autre utilisateur, sur un autre ordinateur ou avec un autre trousseau. Il n’a pas été effacé, et rien n’a été envoyé.',
    todo: 'Déverrouillez le trousseau, ou ouvrez la session de la personne qui l’a enregistré. Sinon, entrez le secret de nouveau.',
  },
};

/** Cas qui ont leurs propres mots (finding-variants.ts); le reste se dit comme d’habitude. */
export const findingVariantsFr: Readonly<Record<FindingVariant, Partial<FindingText>>> = {
  'field-invalid:guard-link': {
    title: 'Un lien se trouve à la place d’une adresse',
    happened:
      '«\u00a0{{field}}\u00a0» ne contient pas l’adresse elle-même, mais un lien de {{other}} qui mène à {{to}}. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Mettez dans le champ l’adresse qui se trouve derrière le lien; le formulaire la montre et la prend d’un clic. Relancez ensuite la vérification.',
  },
  'field-invalid:guard-link-closed': {
    title: 'Un lien se trouve à la place d’une adresse',
    happened:
      '«\u00a0{{field}}\u00a0» ne contient pas l’adresse elle-même, mais un lien de {{other}}, et ce lien ne montre pas où il mène. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Ouvrez le lien dans un navigateur et copiez l’adresse qui s’y affiche, ou demandez à l’expéditeur de l’écrire en texte brut. Relancez ensuite la vérification.',
  },
  'field-invalid:address-within': {
    title: 'Une adresse se trouve à l’intérieur d’une autre',
    happened:
      '«\u00a0{{field}}\u00a0» contient une autre adresse, celle de {{to}}. Seul le début de cette valeur serait employé; l’autre adresse serait donc coupée. Rien n’a été envoyé.',
    todo: 'Choisissez laquelle des deux adresses est la bonne, entrez-la seule, puis relancez la vérification.',
  },
  'cancelled:sleep': {
    title: 'La vérification a été arrêtée parce que l’ordinateur s’est mis en veille',
    happened:
      'Une connexion ne survit pas à une mise en veille; la vérification a donc été arrêtée. Rien n’en a été conservé.',
  },
  'proxy-sign-in-required:other-kind': {
    happened:
      'Avant de laisser passer quoi que ce soit vers {{host}}, le serveur mandataire (proxy) {{via}} veut une authentification que ce programme ne sait pas faire, comme celle de votre compte Windows. Cela n’a rien à voir avec les valeurs que vous avez entrées.',
    todo: 'Un mot de passe n’y change rien. Envoyez le message ci-dessous à votre équipe réseau : la solution est de laisser passer cet hôte sans authentification, ou de vérifier depuis un ordinateur qui n’a pas besoin du serveur mandataire.',
    send: 'Bonjour,\n\nLe serveur mandataire {{via}} demande une authentification (NTLM, Negotiate ou Digest) avant de laisser passer les connexions vers {{host}}, port TCP {{port}}. Le programme qui doit s’y rendre ne sait pas la faire. Veuillez laisser passer cet hôte sans authentification.\n\nMerci',
  },
  'clock-skew:not-measured': {
    title: 'Le serveur n’accepte pas l’heure de la requête',
    happened:
      '{{host}} a refusé l’heure que porte la signature. Sa réponse ne montre pas que les horloges soient loin l’une de l’autre.',
    todo: 'Laissez cet ordinateur régler sa date et son heure automatiquement, puis relancez la vérification. Si rien ne change, demandez à l’exploitant du serveur quelle heure il a.',
  },
  'web-page-answered:sign-in-page': {
    title: 'Une page d’authentification a répondu à la place du service',
    happened:
      '{{host}} a renvoyé une page où des personnes s’authentifient, et non la réponse d’un service. Soit c’est l’adresse du site Web et non celle du service, soit un réseau d’invités veut d’abord une authentification.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à votre équipe réseau.',
  },
  'wrong-address:no-public-page': {
    title: 'La page publique manque ici',
    happened:
      '{{host}} n’a rien à {{url}}, où ce produit dit d’habitude sa version à qui la demande. Les anciennes versions n’ont pas cette page.',
    todo: 'Rien à faire si l’authentification, plus bas, réussit. Sinon, comparez l’adresse avec ce que vous avez reçu.',
  },
  'wrong-address:method': {
    title: 'Cette adresse veut une autre sorte de requête',
    happened: '{{host}} connaît {{url}}, mais n’accepte pas la sorte de requête que ce service exige.',
    todo: 'Comparez l’adresse entière avec ce que vous avez reçu. Le plus souvent, elle appartient à autre chose sur le même serveur.',
  },
  'redirected:other-host': {
    title: 'La requête est renvoyée à une autre adresse',
    happened:
      'La requête à {{from}} a reçu pour réponse d’aller à {{to}}. Ce renvoi n’a pas été suivi, pour que votre secret n’aille nulle part ailleurs. Il peut venir du serveur, mais aussi d’un filtre de contenu ou d’un réseau d’invités.',
    todo: 'Si cette adresse est celle que votre fournisseur vous a donnée, saisissez-la à la place de la première. Si vous ne la connaissez pas, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLes requêtes HTTPS vers {{host}} sont renvoyées à {{to}}. Si c’est notre filtre de contenu ou une page d’authentification de notre réseau, veuillez laisser passer {{host}} sans elle. Si ce n’est pas chez nous, dites-le-moi et je m’adresserai au fournisseur.\n\nMerci',
  },
  'credentials-rejected:client-unknown': {
    happened:
      '{{host}} dit ne pas connaître l’identifiant client (Client ID). C’est donc lui qui est faux ici, quel que soit le secret.',
    todo: 'Recopiez l’identifiant, et assurez-vous qu’il appartient à ce serveur et à cet environnement. Recopiez ensuite le secret qui va avec. Ne répétez pas souvent cette vérification : certains serveurs verrouillent le compte.',
  },
  'token-rejected:own-reason': {
    happened:
      '{{host}} n’accepte pas le jeton, pour une raison formulée à sa façon, que ce programme ne connaît pas.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur; il peut voir la raison.',
    send: 'Bonjour,\n\n{{host}} refuse notre jeton d’accès par un message qui lui est propre. Quelle en est la raison, et que devons-nous changer? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'permission-missing:own-reason': {
    happened:
      'L’authentification a réussi. {{host}} a ensuite refusé « {{subject}} », pour une raison formulée à sa façon, que ce programme ne connaît pas. Souvent, il manque un droit; parfois, l’adresse IP de cet ordinateur n’est pas autorisée.',
  },
  'refused:own-reason': {
    title: 'Le serveur a refusé pour une raison qui lui est propre',
    happened:
      '{{host}} a répondu « interdit » et en a donné la raison à sa façon, que ce programme ne connaît pas. Souvent, la cause est l’adresse, l’adresse IP de cet ordinateur ou un droit. Rien n’indique que vos valeurs soient fausses.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur; il peut voir la raison.',
    send: 'Bonjour,\n\n{{host}} répond à nos requêtes par 403 et un message qui lui est propre. Quelle en est la raison : l’adresse, notre adresse IP (________) ou un droit qui nous manque?\n\nMerci',
  },
  'refused:public-page': {
    title: 'Le serveur ne laisse pas entrer cet ordinateur',
    happened:
      '{{host}} a répondu « interdit » avant que quoi que ce soit ait été envoyé pour s’authentifier. Soit l’adresse n’est pas la bonne, soit l’adresse IP de cet ordinateur n’est pas autorisée, soit une protection placée devant le serveur a arrêté la requête.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond par 403 même à sa page publique. L’adresse est-elle la bonne, et le serveur ou une protection placée devant lui n’accepte-t-il que certaines adresses IP (la nôtre : ________)?\n\nMerci',
  },
  'server-error:not-implemented': {
    title: 'Le serveur n’offre pas cela',
    happened: '{{host}} a répondu qu’il n’offre pas ce qui était demandé. Attendre n’y change rien.',
    todo: 'Comparez l’adresse et le genre de système avec ce que vous avez reçu. Si les deux sont justes, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à nos requêtes par 501 (non pris en charge). Offre-t-il ce service, et à quelle adresse?\n\nMerci',
  },
  'redirected:slash': {
    title: 'Le serveur veut que son adresse se termine autrement',
    happened:
      '{{host}} renvoie de {{from}} à {{to}} : la même adresse, sauf la barre oblique de la fin. Ce renvoi n’a pas été suivi, pour que votre secret n’aille nulle part sans votre accord.',
    todo: 'Si vous avez saisi cette adresse, écrivez-la comme le serveur l’écrit. Si le programme l’a composée, envoyez le rapport à l’exploitant du serveur.',
  },
  'unexpected-answer:header-too-large': {
    title: 'Le serveur trouve la requête trop grande',
    happened:
      '{{host}} a refusé la requête parce que son en-tête est trop grand. Le programme n’envoie que ce qu’exige l’authentification.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse nos requêtes parce que leur en-tête est trop grand. Il ne contient guère plus que le jeton d’accès. Pourriez-vous relever la limite des en-têtes de requête?\n\nMerci',
  },
  'unexpected-answer:no-reason': {
    title: 'Le serveur a refusé la requête sans dire pourquoi',
    happened: '{{host}} a refusé la requête sans donner de raison que ce programme connaisse.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si une autre façon de s’authentifier est offerte ici, essayez-la. Si rien n’aide, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête sans en donner la raison. Quelle forme d’authentification attend-il? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'tls-unsuitable:purpose': {
    title: 'Le certificat du serveur n’est pas fait pour un serveur',
    happened:
      'Le certificat de {{host}} dit à quoi il peut servir, et un serveur Web n’y figure pas. Souvent, un certificat destiné à des personnes ou à des programmes a été installé par mégarde. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a un usage étendu de la clé sans serverAuth (1.3.6.1.5.5.7.3.1)\u00a0: les clients le refusent. Veuillez installer un certificat de serveur.\n\nMerci',
  },
  'tls-unsuitable:issuer-purpose': {
    title: 'L’émetteur du certificat ne peut pas en délivrer à des serveurs',
    happened:
      'Une autorité au-dessus du certificat de {{host}} dit à quoi ses certificats peuvent servir, et les serveurs Web n’y figurent pas. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, une autorité intermédiaire a un usage étendu de la clé sans serverAuth (1.3.6.1.5.5.7.3.1)\u00a0: les clients la refusent. Veuillez faire délivrer le certificat par une autorité pour serveurs TLS.\n\nMerci',
  },
  'tls-unsuitable:not-an-authority': {
    title: 'Ce qui a délivré le certificat n’est pas une autorité',
    happened:
      'Le certificat au-dessus de celui de {{host}} ne porte pas la marque d’une autorité de certification\u00a0: il ne peut pas se porter garant d’un autre. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, un émetteur ne porte pas la marque d’une autorité de certification (basicConstraints CA:TRUE et keyUsage keyCertSign)\u00a0: les clients la refusent. Veuillez faire délivrer le certificat par une vraie autorité.\n\nMerci',
  },
  'tls-unsuitable:path-length': {
    title: 'Il y a une autorité de trop au-dessus du certificat',
    happened:
      'Une autorité au-dessus du certificat de {{host}} peut en délivrer à des serveurs, mais pas à d’autres autorités, et il y en a une au-dessous d’elle. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, la longueur de chemin d’une autorité (basicConstraints pathlen) est dépassée\u00a0: il y a au-dessous d’elle une autorité intermédiaire qu’elle ne permet pas. Veuillez faire délivrer le certificat par l’autorité elle-même, ou faire augmenter cette longueur.\n\nMerci',
  },
  'tls-unsuitable:key-usage': {
    title: 'La clé du certificat du serveur n’est pas faite pour signer',
    happened:
      'Le certificat de {{host}} ne permet pas à sa clé de signer, ce qu’exige toute connexion sécurisée d’aujourd’hui. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a un usage de la clé sans digitalSignature\u00a0: les clients le refusent. Veuillez en installer un qui le contient.\n\nMerci',
  },
  'tls-unsuitable:unreadable-rule': {
    title: 'Un certificat du serveur contient une règle qui ne peut pas être vérifiée',
    happened:
      'L’un des certificats de {{host}} contient une règle à respecter, que ce programme ne connaît pas ou ne peut pas lire. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, un certificat a une extension critique ou une contrainte de nom que les bibliothèques TLS courantes ne connaissent pas\u00a0: les clients la refusent. Veuillez installer une chaîne qui n’en a pas.\n\nMerci',
  },
  'unexpected-answer:own-reason': {
    title: 'Le serveur a refusé la requête pour une raison qui lui est propre',
    happened: '{{host}} a refusé la requête par un mot qui n’est dans aucune norme.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête par un code qui lui est propre. Quelle requête attend-il? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'unexpected-answer:failure-inside': {
    title: 'La réponse dit que cela n’a pas marché',
    happened:
      '{{host}} a répondu comme si tout allait bien, mais la réponse elle-même dit que cela n’a pas marché, sans raison que ce programme connaisse.',
    todo: 'Relancez la vérification une fois. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à notre requête par un succès, mais le corps de la réponse dit que cela n’a pas marché. Pourriez-vous vérifier? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'token-malformed:token_type': {
    title: 'Le jeton fonctionne, mais il est mal décrit',
    happened:
      '{{host}} a remis un jeton sans dire que c’est un jeton Bearer. Ce programme l’utilise ainsi; d’autres pourraient le refuser.',
    todo: 'Rien à faire de votre côté. Si un autre programme a des difficultés ici, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe service de jetons de {{host}} répond sans « token_type » : « Bearer » (RFC 6749, section 5.1). Pourriez-vous l’ajouter? Certains programmes refusent le jeton autrement.\n\nMerci',
  },
  'not-proved:form': {
    title: 'Le serveur n’a pas examiné les valeurs',
    happened:
      'Le serveur a refusé la forme de cette requête, avec son code inventé, avant d’examiner l’identifiant et le secret. Cela ne dit rien d’eux.',
    todo: 'Poursuivez la configuration. La première utilisation réelle en fera la preuve.',
  },
  'not-proved:refused': {
    title: 'Ni acceptée ni refusée',
    happened:
      'Le serveur a répondu « interdit » sans dire pourquoi. Il n’a pas dit que l’authentification est fausse, et ne l’a pas acceptée.',
    todo: 'Voyez ci-dessous ce qui a été refusé : l’adresse, l’adresse IP de cet ordinateur ou un droit peut en être la cause.',
  },
};

/** Ajouté après `happened` quand l’adresse demandée n’a pas été saisie en entier. */
export const addedToAddressFr = 'Vous avez saisi {{typed}}; le programme a ajouté « {{added}} ».';
