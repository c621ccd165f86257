import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { HOST, HOST_ADDRESS } from './silence/servers';
import type { Part } from './silence/life';
import { inWatchedNetwork, NAME_SERVER, PROXY, whyNoNetwork } from './silence/watched-network';
