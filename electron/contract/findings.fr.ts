import type { FindingVariant } from './finding-variants';
import type { FindingCode, FindingText, OwnFindingText } from './findings';

/* Les mêmes constats en français du Canada, écrits comme tels; les faits permis sont ceux de findings.en.ts. */

const FILTER_OR_SERVER =
  'Deux causes sont possibles : le serveur n’envoie pas toute sa chaîne de certificats, ou un filtre de contenu de votre réseau met son propre certificat à la place.';

export const findingsFr: Readonly<Record<FindingCode, FindingText>> = {
  ok: {
    title: 'Tout est en règle',
    happened: 'Cette étape a réussi.',
    todo: 'Rien à faire.',
  },
  'information-inspected': {
    title: 'Un filtre de votre réseau lit cette connexion, et son certificat est accepté ici',
    happened:
      'Le certificat de {{host}} a été délivré par « {{issuer}} », à qui cet ordinateur fait confiance ou dont vous avez ajouté le certificat. Sur un autre ordinateur, ou là où l’API sera utilisée, le certificat peut être différent.',
    todo: 'Vous n’avez rien à faire si c’est voulu : le filtre peut lire ce qui est envoyé, y compris le secret. Si ce n’est pas voulu, ou si la connexion ne fonctionne que sur cet ordinateur, demandez à votre équipe réseau d’exempter {{host}} de l’inspection.',
  },

  'field-missing': {
    title: 'Il manque une valeur',
    happened: '« {{field}} » est vide. Rien n’a été envoyé.',
    todo: 'Remplissez ce champ, puis vérifiez de nouveau.',
  },
  'field-invalid': {
    title: 'Une valeur ne peut pas convenir telle quelle',
    happened:
      '« {{field}} » contient quelque chose qu’une telle valeur ne peut pas contenir. Rien n’a été envoyé.',
    todo: 'Lisez la note à côté du champ, corrigez la valeur, puis vérifiez de nouveau.',
  },
  'same-address-twice': {
    title: 'La même adresse se trouve dans deux champs',
    happened:
      '« {{field}} » et « {{other}} » contiennent la même adresse, alors que chacun a la sienne. Rien n’a été envoyé.',
    todo: 'Recopiez les deux depuis ce que vous avez reçu, puis vérifiez de nouveau.',
  },
  'different-client-id': {
    title: 'Vos connexions ont des identifiants client différents',
    happened:
      '« {{other}} » a un identifiant client différent. Un conseil a le même pour toutes ses instances.',
    todo: 'Comparez les deux avec les réponses reçues et corrigez celui qui s’écarte de la sienne.',
  },
  'same-secret-in-test-and-production': {
    title: 'L’essai et la production ont le même secret',
    happened: '« {{other}} » a le même secret. Chaque instance reçoit le sien.',
    todo: 'Cherchez pour quelle instance ce secret a été remis, et saisissez le bon dans l’autre.',
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
    todo: 'Utilisez l’adresse qui commence par https://, puis vérifiez de nouveau.',
  },

  'name-not-found': {
    title: 'Aucun serveur de ce nom n’est connu',
    happened: 'Le nom {{host}} a été cherché et n’existe pas, vu de cet ordinateur.',
    todo: 'Comparez le nom avec ce que vous avez reçu, lettre par lettre. S’il est juste, il n’est peut-être connu qu’à l’intérieur d’un autre réseau : faites alors la vérification de là-bas. S’il s’ouvre avec les données cellulaires d’un téléphone, quelque chose le cache sur votre réseau : envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nDepuis mon ordinateur (nom ou adresse : ________), le nom {{host}} est introuvable. Notre serveur DNS ou un filtre DNS le cache-t-il? Nous avons besoin de connexions HTTPS sortantes vers ce serveur.\n\nMerci',
  },
  'name-lookup-unavailable': {
    title: 'Les noms ne peuvent pas être cherchés en ce moment',
    happened: 'Le service qui traduit les noms en adresses (DNS) n’a rien répondu au sujet de {{host}}.',
    todo: 'Voyez si d’autres sites Web s’ouvrent sur cet ordinateur. Sinon, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nDepuis mon ordinateur (nom ou adresse : ________), le serveur DNS ne répond rien au sujet de {{host}}. Pourriez-vous vérifier?\n\nMerci',
  },
  offline: {
    title: 'Cet ordinateur n’est relié à aucun réseau',
    happened: 'Aucun serveur n’est accessible en ce moment. Rien n’a été envoyé.',
    todo: 'Reliez l’ordinateur au réseau, puis vérifiez de nouveau.',
  },
  'host-unreachable': {
    title: 'Ce serveur est inaccessible d’ici',
    happened: 'Le réseau n’a trouvé aucun chemin vers {{host}}, port {{port}}.',
    todo: 'Si ce serveur se joint par un RPV, ouvrez-le d’abord. Sinon, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nDepuis mon ordinateur (nom ou adresse : ________), aucun chemin ne mène à {{host}}, port TCP {{port}}. Nous avons besoin d’une connexion HTTPS sortante vers ce serveur. Pourriez-vous vérifier?\n\nMerci',
  },
  'connection-refused': {
    title: 'Le serveur est joignable, mais rien ne répond sur ce port',
    happened: '{{host}} a aussitôt refusé la connexion au port {{port}}.',
    todo: 'Comparez l’adresse et le port avec ce que vous avez reçu. S’ils sont justes, le service est peut-être arrêté : envoyez le message ci-dessous à l’exploitant du serveur. S’il répond que le service fonctionne, un pare-feu refuse peut-être la connexion : demandez à votre équipe réseau.',
    send: 'Bonjour,\n\nUne connexion à {{host}}, port TCP {{port}}, est aussitôt refusée. Le service fonctionne-t-il, et est-ce le bon port?\n\nMerci',
  },
  'connection-timeout': {
    title: 'Aucune réponse : un pare-feu bloque sans doute la connexion',
    happened:
      'La connexion à {{host}}, port {{port}}, n’a été ni acceptée ni refusée. C’est ainsi que se comporte un pare-feu qui ne la laisse pas passer.',
    todo: 'Comparez le port avec ce que vous avez reçu. S’il est juste, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nVeuillez autoriser les connexions HTTPS sortantes vers {{host}}, port TCP {{port}}. Depuis mon ordinateur (nom ou adresse : ________), elles restent sans aucune réponse, comme si un pare-feu les écartait.\n\nMerci',
  },
  'connection-reset': {
    title: 'La connexion a été coupée',
    happened:
      'La connexion à {{host}}, port {{port}}, a commencé, puis a été coupée par l’autre côté ou en chemin.',
    todo: 'Vérifiez de nouveau. Si elle est coupée de nouveau, un pare-feu ou un filtre peut en être la cause : envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLes connexions HTTPS à {{host}}, port TCP {{port}}, commencent puis sont coupées. Un pare-feu ou un filtre de contenu les coupe-t-il? Nous en avons besoin.\n\nMerci',
  },
  'blocked-by-policy': {
    title: 'Cet ordinateur ne permet pas la connexion',
    happened:
      'Un logiciel de sécurité ou une règle de cet ordinateur interdit de joindre {{host}}, port {{port}}.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau, ou à la personne qui gère le logiciel de sécurité de cet ordinateur.',
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
      'Le serveur mandataire (proxy) {{via}} veut un nom d’utilisateur et un mot de passe avant de laisser passer quoi que ce soit vers {{host}}. Cela n’a rien à voir avec les valeurs que vous avez saisies.',
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
    title: 'Ce port n’utilise pas HTTPS',
    happened:
      '{{host}} a répondu sur le port {{port}}, mais pas par une connexion sécurisée. Rien n’a été envoyé.',
    todo: 'Comparez le port avec ce que vous avez reçu. Souvent, le service sécurisé a un autre port.',
  },
  'not-http': {
    title: 'Autre chose qu’un service Web répond ici',
    happened:
      '{{host}} offre une connexion sécurisée sur le port {{port}}, mais ce qui y répond n’est pas un service Web.',
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
      '{{host}} veut un certificat de cet ordinateur. Ces services n’en utilisent pas : c’est peut-être un autre serveur, ou un réglage à désactiver sur celui-ci.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, exige un certificat client. L’API s’utilise avec un identifiant client et un secret; veuillez lever cette exigence, ou nous donner la bonne adresse.\n\nMerci',
  },
  'tls-unknown-name': {
    title: 'Le serveur ne connaît pas ce nom',
    happened:
      'Un serveur répond à l’adresse de {{host}}, port {{port}}, mais dit ne connaître aucun site de ce nom. Rien n’a été envoyé.',
    todo: 'Comparez le nom avec ce que vous avez reçu, lettre par lettre : souvent, un numéro, un nom court ou un ancien nom remplace le nom complet. S’il est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe serveur derrière {{host}}, port TCP {{port}}, refuse ce nom pendant la négociation TLS (alerte 112, unrecognized_name). {{host}} est-il le bon nom, et y est-il configuré avec son certificat? Si oui, ________ est-elle sa bonne adresse IP? C’est celle que donne notre DNS.\n\nMerci',
  },
  'tls-refused': {
    title: 'Le serveur n’accepte pas la connexion sécurisée',
    happened:
      '{{host}} a répondu sur le port {{port}} et a refusé la connexion sécurisée (alerte TLS « {{alert}} »). Souvent, un tel serveur ne connaît pas le nom demandé, ou n’a pas de certificat pour lui.',
    todo: 'Comparez le nom et le port avec ce que vous avez reçu. S’ils sont justes, envoyez le message ci-dessous à l’exploitant du serveur. Si la connexion fonctionne depuis un autre réseau, montrez ce résultat à votre équipe réseau : un filtre répond peut-être à la place du serveur.',
    send: 'Bonjour,\n\n{{host}}, port TCP {{port}}, met fin à la négociation TLS par l’alerte « {{alert}} ». Le client propose TLS 1.2 et 1.3 ainsi que le nom du serveur. Ce nom y est-il configuré avec son certificat, et que dit le journal du serveur?\n\nMerci',
  },
  'tls-expired': {
    title: 'Le certificat du serveur est expiré',
    happened: 'Le certificat de {{host}} était valide jusqu’au {{validTo}}. Rien n’a été envoyé.',
    todo: 'Vérifiez d’abord la date de cet ordinateur. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a expiré le {{validTo}}. Veuillez le renouveler.\n\nMerci',
  },
  'tls-not-yet-valid': {
    title: 'Le certificat du serveur n’est pas encore valide',
    happened:
      'Le certificat de {{host}} est valide à partir du {{validFrom}}. Le plus souvent, c’est l’horloge de cet ordinateur qui retarde. Rien n’a été envoyé.',
    todo: 'Réglez la date et l’heure de cet ordinateur, puis vérifiez de nouveau. Si elles sont justes, envoyez le message ci-dessous à l’exploitant de {{host}}.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, n’est valide qu’à partir du {{validFrom}}. Veuillez en installer un qui soit valide dès maintenant.\n\nMerci',
  },
  'tls-name-mismatch': {
    title: 'Le certificat est établi pour un autre nom',
    happened: '{{host}} a présenté un certificat établi pour {{names}}. Rien n’a été envoyé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu : souvent, un nom court ou un numéro remplace le nom complet. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, présente un certificat établi pour {{names}}. Veuillez en installer un qui nomme {{host}}.\n\nMerci',
  },
  'tls-name-not-permitted': {
    title: 'Le certificat nomme un site que son émetteur n’est pas autorisé à certifier',
    happened:
      'Le certificat de {{host}} est établi pour {{names}}. Il a été délivré par « {{issuer}} ». Cette autorité, ou une autre au-dessus d’elle, n’est autorisée à certifier que certains noms, et ceux-ci n’en font pas tous partie. Rien n’a été envoyé.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste et que « {{issuer}} » est votre propre conseil ou un filtre de contenu, envoyez le message ci-dessous à votre équipe réseau; sinon, envoyez-le à l’exploitant du serveur. Ajouter ici le certificat de l’autorité n’y change rien.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, est établi pour {{names}} et délivré par « {{issuer}} ». Une contrainte de nom (extension nameConstraints) de l’émetteur, ou d’une autorité au-dessus de lui, ne permet pas ces noms : les clients le refusent. Veuillez le délivrer pour des noms permis seulement, faire élargir la contrainte, ou recourir à une autre autorité de certification.\n\nMerci',
  },
  'tls-unsuitable': {
    title: 'Un certificat du serveur n’est pas fait pour cet usage',
    happened:
      'L’un des certificats présentés par {{host}} enfreint une règle sur ce à quoi il peut servir. Rien n’a été envoyé.',
    todo: 'Regardez l’émetteur dans les détails. Si c’est votre propre conseil ou un filtre de contenu, envoyez le message ci-dessous à votre équipe réseau; sinon, envoyez-le à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLes clients refusent la chaîne de certificats de {{host}}, port {{port}} : l’un des certificats enfreint une règle sur ce à quoi il peut servir. Veuillez vérifier la chaîne et en installer une qu’une autorité publique délivrerait à un serveur Web.\n\nMerci',
  },
  'tls-self-signed': {
    title: 'Le certificat du serveur est autosigné',
    happened:
      'Aucune autorité ne se porte garante du certificat de {{host}}; il pourrait être à n’importe qui. Rien n’a été envoyé.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, présente un certificat autosigné. Veuillez en installer un d’une autorité de certification publique, avec sa chaîne.\n\nMerci',
  },
  'tls-untrusted-root': {
    title: 'Cet ordinateur ne fait pas confiance à l’émetteur du certificat',
    happened:
      'Le certificat de {{host}} a été délivré par « {{issuer}} », à qui cet ordinateur ne fait pas confiance. Ou bien le serveur utilise une autorité de certification privée, ou bien un filtre de contenu de votre réseau met son propre certificat à la place. Rien n’a été envoyé.',
    todo: 'Si « {{issuer}} » est un filtre ou votre propre conseil, demandez à votre équipe réseau d’exempter {{host}} de l’inspection. Sinon, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, présente un certificat délivré par « {{issuer}} », à qui nos ordinateurs ne font pas confiance. Veuillez en utiliser un d’une autorité de certification publique, avec toute sa chaîne. Si cet émetteur vous est inconnu, dites-le-nous : c’est alors quelque chose chez nous qui s’interpose.\n\nMerci',
  },
  'tls-incomplete-chain': {
    title: 'Il manque un maillon aux certificats du serveur',
    happened: `{{host}} n’a envoyé qu’un seul certificat, délivré par « {{issuer}} ». ${FILTER_OR_SERVER} Un navigateur peut ouvrir la page malgré tout, car il va chercher ce qui manque. Rien n’a été envoyé.`,
    todo: 'Si « {{issuer}} » est un filtre ou votre propre conseil, demandez à votre équipe réseau d’exempter {{host}} de l’inspection. Sinon, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}}, port {{port}}, envoie son certificat (délivré par « {{issuer}} ») sans le certificat intermédiaire. Les navigateurs vont le chercher d’eux-mêmes, les autres programmes non. Veuillez installer la chaîne complète.\n\nMerci',
  },
  'tls-intercepted': {
    title: 'Le filtre de votre réseau lit cette connexion',
    happened:
      '{{host}} a répondu avec un certificat établi par « {{issuer}} » au lieu de celui du serveur. Rien n’a donc été envoyé.',
    todo: 'Envoyez le message ci-dessous à votre équipe réseau, puis vérifiez de nouveau.',
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
    title: 'Deux horloges ne concordent pas',
    happened:
      'L’horloge de cet ordinateur et celle de {{host}} ont {{seconds}} s d’écart. L’authentification dépend de l’heure.',
    todo: 'Laissez cet ordinateur régler sa date et son heure automatiquement, puis vérifiez de nouveau. Si son heure est juste, prévenez l’exploitant de {{host}} que la sienne ne l’est pas.',
  },
  'web-page-answered': {
    title: 'Une page Web a répondu à la place du service',
    happened:
      '{{host}} a renvoyé une page destinée aux personnes, et non la réponse d’un service. Souvent, c’est la page de blocage d’un filtre ou le portail captif d’un réseau d’invités.',
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
    todo: 'Si vous connaissez la seconde adresse et qu’elle est juste, saisissez-la à la place de la première, puis vérifiez de nouveau.',
  },
  'windows-authentication': {
    title: 'Le serveur demande une authentification Windows',
    happened: '{{host}} veut d’abord un compte Windows. Le service lui-même n’en utilise pas.',
    todo: 'Utilisez l’adresse du portail public, sans authentification Windows, ou demandez à l’exploitant de {{host}} de la désactiver pour cette adresse.',
  },
  'not-restarted': {
    title: 'C’est le bon serveur, mais sa nouvelle partie ne répond pas encore',
    happened:
      '{{host}} est le bon produit. L’adresse de l’authentification n’y existe pas encore, comme avant un redémarrage.',
    todo: 'Redémarrez l’application Web en dehors des heures de travail, ou faites-la redémarrer. Si elle est hébergée ailleurs, demandez-le à l’hébergeur.',
  },
  'wrong-product': {
    title: 'Un autre produit répond ici',
    happened: '{{host}} a répondu, mais pas comme le fait ce système.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu, et voyez si vous avez choisi le bon système.',
  },

  'credentials-rejected': {
    title: 'L’identifiant client et le secret n’ont pas été acceptés',
    happened: '{{host}} a répondu, mais n’a pas accepté l’identifiant client et le secret.',
    todo: 'Recopiez les deux, et assurez-vous qu’ils vont ensemble et avec cet environnement. Ne répétez pas souvent cette vérification : certains serveurs verrouillent le compte après plusieurs tentatives.',
  },
  'request-rejected': {
    title: 'Le serveur n’a pas accepté la forme de l’authentification',
    happened:
      '{{host}} a refusé la requête à cause de sa forme. Cela ne dit rien de votre identifiant client ni de votre secret.',
    todo: 'Si une autre façon de s’authentifier est proposée ci-dessous, essayez-la d’abord. S’il n’y en a pas, ou si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête d’authentification à cause de sa forme, et non des identifiants. Quel genre d’authentification attend-il, avec quels paramètres, et à quel endroit de la requête?\n\nMerci',
  },
  'client-not-allowed': {
    title: 'Cet identifiant client n’est pas autorisé à s’authentifier ainsi',
    happened: '{{host}} ne permet pas à cet identifiant client de s’authentifier ainsi.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur : lui seul peut l’autoriser.',
    send: 'Bonjour,\n\n{{host}} répond que notre identifiant client n’est pas autorisé à s’authentifier de la façon dont notre logiciel a besoin. Veuillez l’autoriser pour cet identifiant.\n\nMerci',
  },
  'scope-missing': {
    title: 'Le serveur veut au moins une portée',
    happened: '{{host}} demande au moins une portée (scope), et aucune n’a été envoyée.',
    todo: 'Saisissez les portées que vous avez reçues, puis vérifiez de nouveau.',
  },
  'scope-rejected': {
    title: 'Les portées n’ont pas été acceptées',
    happened:
      '{{host}} n’accepte pas, pour cet identifiant client, les portées (scopes) telles qu’elles sont écrites ici.',
    todo: 'Recopiez les portées, tous les mots, avec une espace entre chacun, puis vérifiez de nouveau.',
  },
  'redirect-url-rejected': {
    title: 'L’URL de redirection ou l’identifiant client n’a pas été accepté',
    happened:
      '{{host}} s’est arrêté avant l’authentification. C’est habituel quand l’URL de redirection n’est pas inscrite exactement telle quelle, ou quand l’identifiant client n’est pas connu.',
    todo: 'Comparez les deux, caractère par caractère. S’ils concordent, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête avant la page d’authentification. Notre URL de redirection est-elle inscrite exactement comme nous l’avons envoyée, et notre identifiant client est-il actif?\n\nMerci',
  },
  'sign-in-cancelled': {
    title: 'L’accès a été refusé dans le navigateur',
    happened: 'Sur la page de {{host}}, l’accès n’a pas été autorisé.',
    todo: 'Vérifiez de nouveau et autorisez l’accès dans le navigateur. Si vous ne le pouviez pas, utilisez un compte qui y est autorisé.',
  },
  'sign-in-incomplete': {
    title: 'L’authentification n’est pas allée jusqu’au bout',
    happened:
      'La page de {{host}} devait s’ouvrir dans votre navigateur, et aucune réponse n’est revenue à cet ordinateur.',
    todo: 'Vérifiez de nouveau et restez dans le navigateur jusqu’à ce qu’il dise que vous pouvez fermer la page. Si aucune page ne s’est ouverte, copiez son adresse dans le navigateur.',
  },
  'answer-not-ours': {
    title: 'Une réponse étrangère à cette authentification est arrivée',
    happened:
      'Ce qui est revenu au nom de {{host}} ne correspond pas à la question posée; rien n’en a été utilisé.',
    todo: 'Fermez les autres pages d’authentification et vérifiez de nouveau. Si cela se reproduit, prévenez l’exploitant de {{host}}.',
  },
  'callback-port-in-use': {
    title: 'Un autre programme occupe le port de l’authentification',
    happened:
      'L’authentification revient au port {{port}} de cet ordinateur, et un autre programme l’utilise.',
    todo: 'Fermez l’autre programme ou redémarrez cet ordinateur, puis vérifiez de nouveau. Le port fait partie de l’URL de redirection inscrite et ne change pas.',
  },
  'not-refused': {
    title: 'La requête n’a pas été refusée',
    happened:
      '{{host}} a répondu par sa page d’authentification. Bien des serveurs n’y regardent de près qu’ensuite; ce n’est donc pas une preuve.',
    todo: 'Poursuivez la configuration. La première utilisation réelle en fera la preuve.',
  },
  'probably-accepted': {
    title: 'L’identifiant client et le secret ont probablement été acceptés',
    happened:
      '{{host}} n’a refusé que le code fictif envoyé par cette vérification; l’identifiant client et le secret sont donc probablement bons.',
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
    todo: 'Vérifiez de nouveau. Si cela se reproduit, comparez les horloges et demandez à votre équipe réseau si les requêtes partent en double.',
  },
  'token-malformed': {
    title: 'La réponse d’authentification ne contient aucun jeton',
    happened: '{{host}} a dit oui, mais sa réponse ne contient aucun access_token utilisable.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe service de jetons de {{host}} accepte notre requête, mais répond sans access_token utilisable (RFC 6749, section 5.1). Pourriez-vous vérifier?\n\nMerci',
  },
  'token-expired': {
    title: 'Le serveur dit expiré le jeton qu’il vient de remettre',
    happened: '{{host}} a remis un jeton, puis a dit l’instant d’après que ce jeton est expiré.',
    todo: 'Vérifiez de nouveau une seule fois. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur : quand l’horloge d’un serveur n’est pas juste, ses jetons expirent avant de servir. Répéter la vérification n’y change rien.',
    send: 'Bonjour,\n\n{{host}} remet un jeton et le dit expiré l’instant d’après (le ________ à ________). L’horloge du serveur est-elle juste?\n\nMerci',
  },
  'token-rejected': {
    title: 'Le jeton n’a pas été accepté',
    happened: '{{host}} n’accepte pas ce jeton pour ce service.',
    todo: 'Assurez-vous que toutes les valeurs appartiennent au même environnement, puis vérifiez de nouveau.',
  },

  'permission-missing': {
    title: 'Authentification réussie, mais une partie ne peut pas être lue',
    happened:
      'L’authentification a réussi. {{host}} ne laisse pas cette connexion lire ce qui est nommé ici.',
    todo: 'Dans le système, donnez cette autorisation à la connexion, puis vérifiez de nouveau.',
  },
  'not-offered': {
    title: 'Le serveur n’offre pas « {{subject}} »',
    happened:
      '{{host}} n’a pas ce qui était demandé ici, mais répond à d’autres adresses. La norme OneRoster permet à un serveur d’omettre certaines listes.',
    todo: 'Vous n’avez rien à faire, sauf si vous avez besoin de « {{subject}} ». Demandez-le alors à l’exploitant du serveur.',
  },
  'empty-data': {
    title: 'Connexion réussie, mais aucune donnée reçue',
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
    title: 'La réponse est bonne, mais son étiquette est fausse',
    happened:
      '{{host}} a envoyé ce qui était demandé, mais sans l’annoncer comme du JSON en UTF-8. Ce programme le lit quand même; d’autres pourraient le refuser.',
    todo: 'Vous n’avez rien à faire. Si un autre programme a des difficultés ici, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} envoie du JSON, mais son en-tête Content-Type annonce un autre type de contenu ou un autre jeu de caractères. Pourriez-vous l’envoyer en « application/json », en UTF-8? Certains programmes le refusent autrement.\n\nMerci',
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
      '{{host}} n’accepte plus de requêtes pour le moment : il y en a eu trop, ou le serveur est en maintenance.',
    todo: 'Attendez quelques minutes avant de vérifier de nouveau. Recommencer aussitôt prolonge l’attente.',
  },
  'server-error': {
    title: 'Le serveur a lui-même un problème',
    happened:
      '{{host}} a répondu qu’il ne peut pas traiter la requête en ce moment. Cela ne dit rien de vos valeurs.',
    todo: 'Vérifiez de nouveau plus tard. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à nos requêtes par une panne de serveur (le ________ à ________). Est-il en maintenance, ou pourriez-vous vérifier? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'guard-answered': {
    title: 'Un service de sécurité placé devant le serveur a bloqué la requête',
    happened:
      'Un service qui protège {{host}} des robots ou des attaques a répondu à sa place. La requête n’a pas atteint le serveur; cela ne dit donc rien de ce que vous avez saisi.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur. Répéter la vérification n’y change rien.',
    send: 'Bonjour,\n\nLa protection placée devant {{host}} (pare-feu applicatif ou contrôle des robots) répond à nos requêtes d’API à sa place. Un programme ne peut pas passer un tel contrôle. Veuillez laisser passer les requêtes vers l’API, par exemple depuis ces adresses IP : ________ (notre vérification) et ________ (le programme qui utilisera l’API).\n\nMerci',
  },
  refused: {
    title: 'Le serveur a refusé sans dire pourquoi',
    happened:
      '{{host}} a répondu « interdit », sans plus. Trois causes sont possibles : l’adresse n’est pas la bonne, l’adresse IP de cet ordinateur n’est pas autorisée, ou il manque une autorisation. Rien n’indique que vos identifiants soient erronés.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à notre requête par 403, sans raison (le ________ à ________). L’adresse est-elle la bonne, le serveur n’accepte-t-il que certaines adresses IP (la nôtre : ________), ou manque-t-il une autorisation à nos identifiants?\n\nMerci',
  },
  'timed-out': {
    title: 'La réponse a pris trop de temps',
    happened: 'La connexion était établie, mais aucune réponse entière n’est venue à temps.',
    todo: 'Vérifiez de nouveau plus tard. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nVotre API accepte notre connexion, mais ne répond pas à temps (dernier essai le ________ à ________). Pourriez-vous vérifier? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  cancelled: {
    title: 'Vous avez arrêté la vérification',
    happened:
      'La vérification s’est terminée à votre demande. Ce qui a été trouvé est affiché, mais n’est pas enregistré.',
    todo: 'Vérifiez de nouveau quand vous voudrez.',
  },

  'secret-missing': {
    title: 'Il manque un secret',
    happened: '« {{field}} » n’est pas là; rien n’a donc été envoyé.',
    todo: 'Saisissez-le, puis vérifiez de nouveau.',
  },
  'secret-unreadable': {
    title: 'Le secret est là, mais ne peut pas être ouvert',
    happened:
      '« {{field}} » a été enregistré par une autre personne, sur un autre ordinateur ou avec un autre trousseau. Il n’a pas été effacé, et rien n’a été envoyé.',
    todo: 'Déverrouillez le trousseau, ou ouvrez la session de la personne qui l’a enregistré. Sinon, saisissez le secret de nouveau.',
  },
};

/** Cas qui ont leurs propres mots (finding-variants.ts); le reste se dit comme d’habitude. */
export const findingVariantsFr: Readonly<Record<FindingVariant, OwnFindingText>> = {
  'field-invalid:guard-link': {
    title: 'C’est un lien, et non l’adresse elle-même',
    happened:
      '« {{field}} » ne contient pas l’adresse elle-même, mais un lien créé par {{other}} qui mène à {{to}}. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Remplacez le lien par l’adresse à laquelle il mène : dans la fenêtre, un clic suffit; dans un fichier, écrivez l’adresse vous-même. Vérifiez ensuite de nouveau.',
  },
  'field-invalid:guard-link-closed': {
    title: 'C’est un lien, et non l’adresse elle-même',
    happened:
      '« {{field}} » ne contient pas l’adresse elle-même, mais un lien créé par {{other}}, et ce lien ne montre pas où il mène. Les filtres et les logiciels de courriel, comme les moteurs de recherche, mettent de tels liens à la place d’une adresse. Rien n’a été envoyé.',
    todo: 'Saisissez l’adresse elle-même à la place du lien : demandez à la personne qui vous l’a envoyé de l’écrire en texte brut, ou ouvrez le lien dans un navigateur et copiez ce que la barre d’adresse affiche en premier. Vérifiez ensuite de nouveau.',
  },
  'field-invalid:address-within': {
    title: 'Une adresse se trouve à l’intérieur d’une autre',
    happened:
      '« {{field}} » contient une autre adresse, celle de {{to}}. Seul le début de cette valeur serait utilisé; l’autre adresse serait donc coupée. Rien n’a été envoyé.',
    todo: 'Choisissez laquelle des deux adresses est la bonne, saisissez-la seule, puis vérifiez de nouveau.',
  },
  'cancelled:sleep': {
    title: 'La vérification a été arrêtée parce que l’ordinateur s’est mis en veille',
    happened:
      'Une connexion ne survit pas à une mise en veille; la vérification a donc été arrêtée. Rien n’en a été conservé.',
  },
  'proxy-sign-in-required:other-kind': {
    happened:
      'Avant de laisser passer quoi que ce soit vers {{host}}, le serveur mandataire (proxy) {{via}} veut une authentification que ce programme ne sait pas faire, comme celle de votre compte Windows. Cela n’a rien à voir avec les valeurs que vous avez saisies.',
    todo: 'Un mot de passe n’y change rien. Envoyez le message ci-dessous à votre équipe réseau : la solution est de laisser passer cet hôte sans authentification, ou de vérifier depuis un ordinateur qui n’a pas besoin du serveur mandataire.',
    send: 'Bonjour,\n\nLe serveur mandataire {{via}} demande une authentification (NTLM, Negotiate ou Digest) avant de laisser passer les connexions vers {{host}}, port TCP {{port}}. Le programme qui doit s’y rendre ne sait pas la faire. Veuillez laisser passer cet hôte sans authentification.\n\nMerci',
  },
  'clock-skew:not-measured': {
    title: 'Le serveur n’accepte pas l’heure de la requête',
    happened:
      '{{host}} a refusé l’heure que porte la signature. Sa réponse ne montre pas que les horloges soient loin l’une de l’autre.',
    todo: 'Laissez cet ordinateur régler sa date et son heure automatiquement, puis vérifiez de nouveau. Si rien ne change, demandez à l’exploitant du serveur quelle heure indique l’horloge du serveur.',
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
    todo: 'Si cette adresse est bien celle que vous avez reçue, saisissez-la à la place de la première. Si vous ne la connaissez pas, envoyez le message ci-dessous à votre équipe réseau.',
    send: 'Bonjour,\n\nLes requêtes HTTPS vers {{host}} sont renvoyées à {{to}}. Si c’est notre filtre de contenu ou une page d’authentification de notre réseau, veuillez laisser passer {{host}} sans elle. Si ce n’est pas chez nous, dites-le-moi et je m’adresserai à l’exploitant de {{host}}.\n\nMerci',
  },
  'credentials-rejected:client-unknown': {
    happened:
      '{{host}} dit ne pas connaître l’identifiant client (Client ID). C’est donc lui qui est faux ici, quel que soit le secret.',
    todo: 'Recopiez l’identifiant, et assurez-vous qu’il appartient à ce serveur et à cet environnement. Recopiez ensuite le secret qui va avec. Ne répétez pas souvent cette vérification : certains serveurs verrouillent le compte.',
  },
  'token-rejected:own-reason': {
    happened: '{{host}} n’accepte pas le jeton, pour une raison que ce programme ne peut pas évaluer.',
    todo: 'Envoyez le message ci-dessous à l’exploitant du serveur; il peut voir la raison.',
    send: 'Bonjour,\n\n{{host}} refuse notre jeton d’accès par un message qui lui est propre (le ________ à ________). Quelle en est la raison, et que devons-nous changer? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
    job: 'service-owner',
  },
  'permission-missing:own-reason': {
    happened:
      'L’authentification a réussi. {{host}} a ensuite refusé « {{subject}} », pour une raison que ce programme ne peut pas évaluer. Souvent, il manque une autorisation; parfois, l’adresse IP de cet ordinateur n’est pas autorisée.',
  },
  'refused:own-reason': {
    title: 'Le serveur a refusé pour une raison qui lui est propre',
    happened:
      '{{host}} a répondu « interdit » et donné une raison que ce programme ne peut pas évaluer. Souvent, la cause est l’adresse, l’adresse IP de cet ordinateur ou une autorisation. Rien n’indique que vos identifiants soient erronés.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur; il peut voir la raison.',
    send: 'Bonjour,\n\n{{host}} répond à nos requêtes par 403 et un message qui lui est propre (le ________ à ________). Quelle en est la raison : l’adresse, notre adresse IP (________) ou une autorisation qui manque à nos identifiants?\n\nMerci',
  },
  'refused:public-page': {
    title: 'Le serveur ne laisse pas entrer cet ordinateur',
    happened:
      '{{host}} a répondu « interdit » avant que quoi que ce soit ait été envoyé pour s’authentifier. Soit l’adresse n’est pas la bonne, soit l’adresse IP de cet ordinateur n’est pas autorisée, soit un service de sécurité placé devant le serveur a bloqué la requête.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond par 403 même à sa page publique. L’adresse est-elle la bonne, et le serveur ou un service de sécurité placé devant lui n’accepte-t-il que certaines adresses IP (la nôtre : ________)?\n\nMerci',
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
    happened: '{{host}} a refusé la requête, et ce programme n’a trouvé aucune raison dans sa réponse.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si une autre façon de s’authentifier est proposée ci-dessous, essayez-la. Si rien n’y change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête (le ________ à ________), et nous ne trouvons aucune raison dans sa réponse. Qu’attend le serveur? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'tls-unsuitable:purpose': {
    title: 'Ce certificat n’est pas un certificat de serveur',
    happened:
      'Le certificat de {{host}} énumère ce à quoi il peut servir, et les serveurs Web n’y figurent pas. Souvent, un certificat destiné à des personnes ou à des programmes a été installé par mégarde. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nLe certificat TLS de {{host}}, port {{port}}, a un usage étendu de la clé sans serverAuth (1.3.6.1.5.5.7.3.1)\u00a0: les clients le refusent. Veuillez installer un certificat de serveur.\n\nMerci',
  },
  'tls-unsuitable:issuer-purpose': {
    title: 'L’émetteur n’est pas autorisé à délivrer des certificats de serveur',
    happened:
      'Une autorité au-dessus du certificat de {{host}} énumère ce à quoi ses certificats peuvent servir, et les serveurs Web n’y figurent pas. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, une autorité intermédiaire a un usage étendu de la clé sans serverAuth (1.3.6.1.5.5.7.3.1)\u00a0: les clients la refusent. Veuillez faire délivrer le certificat par une autorité pour serveurs TLS.\n\nMerci',
  },
  'tls-unsuitable:not-an-authority': {
    title: 'L’émetteur du certificat n’est pas une autorité de certification',
    happened:
      'Le certificat de {{host}} a été délivré à l’aide d’un autre qui n’est pas celui d’une autorité de certification; celui-ci ne peut donc pas se porter garant d’un autre. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, un émetteur ne porte pas la marque d’une autorité de certification (basicConstraints CA:TRUE et keyUsage keyCertSign)\u00a0: les clients la refusent. Veuillez faire délivrer le certificat par une vraie autorité.\n\nMerci',
  },
  'tls-unsuitable:path-length': {
    title: 'Il y a trop d’autorités dans la chaîne de certificats',
    happened:
      'Une autorité de la chaîne de {{host}} limite le nombre d’autorités permises au-dessous d’elle, et il y en a davantage. Rien n’a été envoyé.',
    send: 'Bonjour,\n\nDans la chaîne de certificats de {{host}}, port {{port}}, la longueur de chemin d’une autorité (basicConstraints pathlen) est dépassée\u00a0: il y a au-dessous d’elle une autorité intermédiaire qu’elle ne permet pas. Veuillez faire délivrer le certificat par l’autorité elle-même, ou faire augmenter cette longueur.\n\nMerci',
  },
  'tls-unsuitable:key-usage': {
    title: 'Le certificat du serveur ne permet pas cet usage de sa clé',
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
    happened: '{{host}} a refusé la requête et donné une raison que ce programme ne peut pas évaluer.',
    todo: 'Comparez l’adresse avec ce que vous avez reçu. Si elle est juste, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} refuse notre requête par un code ou un message qui lui est propre (le ________ à ________). Pourriez-vous voir dans son journal pourquoi? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'unexpected-answer:failure-inside': {
    title: 'La réponse dit que la requête n’a pas abouti',
    happened:
      '{{host}} a répondu comme si tout allait bien, mais la réponse elle-même dit que la requête n’a pas abouti, sans raison que ce programme puisse évaluer.',
    todo: 'Vérifiez de nouveau une fois. Si rien ne change, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\n{{host}} répond à notre requête par un succès, mais le corps de la réponse dit qu’elle n’a pas abouti (le ________ à ________). Pourriez-vous voir dans son journal pourquoi? Je peux vous envoyer le rapport de notre vérification.\n\nMerci',
  },
  'token-malformed:token_type': {
    title: 'Le jeton fonctionne, mais son étiquette est fausse',
    happened:
      '{{host}} a remis un jeton sans dire que c’est un jeton Bearer. Ce programme l’utilise ainsi; d’autres pourraient le refuser.',
    todo: 'Vous n’avez rien à faire. Si un autre programme a des difficultés ici, envoyez le message ci-dessous à l’exploitant du serveur.',
    send: 'Bonjour,\n\nLe service de jetons de {{host}} répond sans « token_type » : « Bearer » (RFC 6749, section 5.1). Pourriez-vous l’ajouter? Certains programmes refusent le jeton autrement.\n\nMerci',
    job: 'nobody',
  },
  'not-proved:form': {
    title: 'Le serveur ne s’est pas prononcé sur les valeurs',
    happened:
      'Le serveur a refusé la forme de cette requête d’essai, qui porte un code fictif. Cela ne dit rien de l’identifiant client ni du secret.',
  },
  'not-proved:refused': {
    title: 'Ni acceptée ni refusée',
    happened:
      'Le serveur a répondu « interdit » sans dire pourquoi. Il n’a pas dit que l’authentification est fausse, et ne l’a pas acceptée.',
    todo: 'Voyez ci-dessous ce qui a été refusé : l’adresse, l’adresse IP de cet ordinateur ou une autorisation peut en être la cause.',
  },
};

/** Ajouté après `happened` quand l’adresse demandée n’a pas été saisie en entier. */
export const addedToAddressFr = 'Vous avez saisi {{typed}}; le programme a ajouté « {{added}} ».';
