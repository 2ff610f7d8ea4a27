/**
 * Takes the making of JSON Schema out of zod: the server describes its API with it, a browser never does, and every kind of
 * schema refers to its maker, so no bundler can tell. What no longer matches comes back, and the test of sizes says so.
 */
module.exports = (source) =>
  source
    .replace(/^ *inst\._zod\.processJSONSchema = .*$/gm, '')
    .replace(/createStandardJSONSchemaMethod\(this, "\w+"\)/g, 'undefined')
    .replace(/return createToJSONSchemaMethod\(.*$/gm, "throw new Error('JSON Schema is made by the server.');");
