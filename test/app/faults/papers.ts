/** A chain and its key as files, the way servers read them. */
export interface Papers {
  readonly chain: string;
  readonly key: string;
}
