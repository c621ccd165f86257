import type { CertificateFileProblem } from './extra-trust';

/** Why a chosen file is of no use as a certificate, and what would help. */
export const certificateFileFr: Readonly<Record<CertificateFileProblem, string>> = {
  'not-readable':
    'Ce fichier ne peut pas être ouvert. Copiez-le dans un dossier à vous, puis choisissez-le là.',
  empty: 'Ce fichier est vide. Demandez-le de nouveau.',
  'too-large':
    'Ce fichier est bien plus gros qu’un certificat. Choisissez le certificat lui-même : un fichier .pem, .crt, .cer, .der ou .p7b.',
  'not-a-certificate':
    'Ce fichier ne contient aucun certificat. Choisissez un fichier .pem, .crt, .cer, .der ou .p7b.',
  damaged:
    'Une partie d’un certificat de ce fichier manque ou a été modifiée. Demandez le fichier de nouveau, en pièce jointe et non dans le texte d’un courriel.',
  'too-many':
    'Cela ferait plus de dix certificats. Choisissez seulement celui qui se porte garant de votre serveur ou de votre filtre.',
  'private-key':
    'Ce fichier contient une clé privée, qui n’a sa place que sur son propre serveur. Rien n’en a été conservé. Demandez le certificat sans la clé, et dites-le à la personne qui l’a envoyé : une clé qui a circulé devrait être remplacée.',
  pkcs12:
    'C’est un fichier .pfx, .p12 ou .jks, fait pour transporter une clé privée. Rien n’en a été conservé. Demandez le certificat seul, en fichier .cer ou .pem.',
  request:
    'C’est une demande de certificat, et non le certificat. Demandez le certificat qui a été délivré en réponse.',
  'revocation-list':
    'C’est une liste de certificats révoqués (CRL), et non un certificat. Demandez le certificat de l’autorité.',
  'public-key': 'C’est une clé publique seule, et non un certificat. Demandez le certificat de l’autorité.',
  'ssh-key':
    'C’est une clé pour SSH, qui n’a rien à voir avec les certificats des serveurs Web. Demandez le certificat de l’autorité.',
  'certificate-store':
    'C’est un magasin de certificats tel que Windows les conserve (.sst). Ouvrez-le dans Windows, exportez le seul certificat voulu en fichier .cer, puis choisissez ce fichier.',
  described:
    'Ce fichier décrit un certificat en mots, mais ne le contient pas. Demandez le certificat lui-même, en fichier .cer ou .pem.',
  'web-page':
    'C’est une page Web, enregistrée à la place du certificat : souvent, le lien demande d’abord une authentification. Téléchargez-le de nouveau, en regardant ce que le navigateur affiche avant d’enregistrer.',
  shortcut:
    'C’est un raccourci, qui ne fait que mener ailleurs. Ouvrez-le, téléchargez le certificat, puis choisissez ce fichier.',
  container:
    'C’est un document, une image ou un dossier compressé, et non un certificat. S’il y a un certificat à l’intérieur, sortez-le dans un fichier à part, puis choisissez celui-ci.',
};
