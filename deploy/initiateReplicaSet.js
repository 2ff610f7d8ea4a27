/* global connect, print, sleep */
// For mongosh, once per `docker compose up` (see compose.yaml): makes the three servers one replica set, and in it an
// administrator and the user that DATABASE_URL names. Run again it mends what is missing and takes over a new password.

// oxlint-disable-next-line typescript/no-require-imports -- mongosh runs scripts, not modules
const { readFileSync } = require('fs');

const setName = 'undersign';
const hosts = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const halfSeconds = 120;

const secret = (name) => readFileSync(`/run/secrets/${name}`, 'utf8').trim();

const readDatabaseUrl = () => {
  const parts = /^mongodb:\/\/([^:@/]+):([^:@/]+)@[^/]+\/([^?]+)/.exec(secret('database_url'));
  if (parts === null)
    throw new Error('database_url must be mongodb://USER:PASSWORD@HOSTS/DATABASE?replicaSet=undersign');
  const [user, password, database] = parts.slice(1).map(decodeURIComponent);
  return { user, password, database };
};

const waitUntil = (what, isSo) => {
  for (let tries = 0; tries < halfSeconds; tries++) {
    if (isSo()) return;
    sleep(500);
  }
  throw new Error(`Waited a minute in vain until ${what}.`);
};

const isInitiated = (local) => {
  try {
    local.adminCommand({ replSetGetStatus: 1 });
    return true;
  } catch (error) {
    if (error.codeName === 'NotYetInitialized') return false;
    // Only a set that has users says this.
    if (error.codeName === 'Unauthorized') return true;
    throw error;
  }
};

const initiate = (local) => {
  // The first is preferred, so that it is the one that takes the first user, from its own address.
  const members = hosts.map((host, index) => ({ _id: index, host, priority: index === 0 ? 2 : 1 }));
  local.adminCommand({ replSetInitiate: { _id: setName, members } });
  print('The replica set is made.');
};

const connectAsRoot = (password) => {
  try {
    const login = `root:${encodeURIComponent(password)}`;
    return connect(`mongodb://${login}@${hosts.join(',')}/admin?replicaSet=${setName}`);
  } catch (error) {
    if (error.codeName === 'AuthenticationFailed') return null;
    throw error;
  }
};

const makeRoot = (local, password) => {
  waitUntil('mongo-1 is the primary', () => local.adminCommand({ hello: 1 }).isWritablePrimary === true);
  try {
    local.adminCommand({ createUser: 'root', pwd: password, roles: ['root'] });
  } catch (error) {
    if (error.codeName !== 'Unauthorized') throw error;
    throw new Error('The replica set has an administrator with another password than mongo_root_password.');
  }
  print('The administrator is made.');
};

const saveUser = (admin, { user, password, database }) => {
  const home = admin.getSiblingDB(database);
  const rights = { pwd: password, roles: [{ role: 'readWrite', db: database }] };
  if (home.getUser(user) === null) home.createUser({ user, ...rights });
  else home.updateUser(user, rights);
  print(`${user} may read and write ${database}.`);
};

const application = readDatabaseUrl();
const rootPassword = secret('mongo_root_password');
const local = connect('mongodb://127.0.0.1:27017/admin?directConnection=true');
if (!isInitiated(local)) initiate(local);
waitUntil('there is a primary', () => local.adminCommand({ hello: 1 }).primary !== undefined);
let admin = connectAsRoot(rootPassword);
if (admin === null) {
  makeRoot(local, rootPassword);
  admin = connectAsRoot(rootPassword);
}
saveUser(admin, application);
