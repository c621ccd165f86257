/*
 * The parts of kdbxweb that kdbx.ts uses, taken from the library's own source. scripts/lib/library-patches.ts uses
 * this instead of the library's bundle, whose unpacker has no size limit. It is JavaScript because that source is
 * written for an older TypeScript.
 */
export * as CryptoEngine from '../../node_modules/kdbxweb/lib/crypto/crypto-engine';
export { ProtectedValue } from '../../node_modules/kdbxweb/lib/crypto/protected-value';
export * as Consts from '../../node_modules/kdbxweb/lib/defs/consts';
export { KdbxError } from '../../node_modules/kdbxweb/lib/errors/kdbx-error';
export { Kdbx } from '../../node_modules/kdbxweb/lib/format/kdbx';
export { KdbxContext } from '../../node_modules/kdbxweb/lib/format/kdbx-context';
export { KdbxCredentials as Credentials } from '../../node_modules/kdbxweb/lib/format/kdbx-credentials';
export { KdbxHeader } from '../../node_modules/kdbxweb/lib/format/kdbx-header';
export { KdbxUuid } from '../../node_modules/kdbxweb/lib/format/kdbx-uuid';
export { BinaryStream } from '../../node_modules/kdbxweb/lib/utils/binary-stream';
export * as ByteUtils from '../../node_modules/kdbxweb/lib/utils/byte-utils';
export { Int64 } from '../../node_modules/kdbxweb/lib/utils/int64';
export { VarDictionary } from '../../node_modules/kdbxweb/lib/utils/var-dictionary';
