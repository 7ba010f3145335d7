import * as migration_20261123_191548_initial from './20261123_191548_initial';
import * as migration_20261123_191600_guards from './20261123_191600_guards';
import * as migration_20261123_192337_settings from './20261123_192337_settings';

export const migrations = [
  {
    up: migration_20261123_191548_initial.up,
    down: migration_20261123_191548_initial.down,
    name: '20261123_191548_initial',
  },
  {
    up: migration_20261123_191600_guards.up,
    down: migration_20261123_191600_guards.down,
    name: '20261123_191600_guards',
  },
  {
    up: migration_20261123_192337_settings.up,
    down: migration_20261123_192337_settings.down,
    name: '20261123_192337_settings'
  },
];
