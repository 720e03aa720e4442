// The log in tiles and bundles of entries, for clients of C2SP tlog-tiles.
import { Injectable } from '@nestjs/common';
import { canonicalJson, invariant } from '#kernel';
import { Db } from '#platform';
import { LogStore } from '../../data/log.store';
import { LogVerifyStore } from '../../data/log-verify.store';
import { errors } from '../../domain/errors';
import { leafOf } from '../../domain/leaf';
import { bundleOf, isTileOf, readTilePath, TILE_HEIGHT, TILE_WIDTH } from '../../domain/tiles/tile';

@Injectable()
export class TilesQueries {
  constructor(
    private readonly db: Db,
    private readonly store: LogStore,
    private readonly entries: LogVerifyStore,
  ) {}

  /** @param path what follows `tile/`. @throws audit.tile_not_found (404) */
  async tile(path: string): Promise<Buffer> {
    const key = readTilePath(path);
    const size = (await this.store.checkpoint(this.db.reads))?.treeSize ?? 0;
    if (!key || !isTileOf(key, size)) throw errors.tile_not_found();
    const from = key.index * TILE_WIDTH;
    if (key.level === 'entries') return this.bundle(from, key.width);
    const hashes = await this.store.run(this.db.reads, key.level * TILE_HEIGHT, from, key.width);
    invariant(hashes.length === key.width, `the log lacks hashes of tile ${path}; run "log verify"`);
    return Buffer.concat(hashes);
  }

  /** The leaves as they were hashed; what they commit to stays hidden. */
  private async bundle(from: number, count: number): Promise<Buffer> {
    const leaves = await this.entries.leaves(this.db.reads, from, from + count);
    invariant(leaves.length === count, `the log lacks leaves from ${from} on; run "log verify"`);
    return bundleOf(
      leaves.map(({ deed, salt, leafIndex }) => {
        invariant(deed, `the deed of leaf ${leafIndex} is gone; run "log verify"`);
        return Buffer.from(canonicalJson(leafOf(deed, salt)));
      }),
    );
  }
}
