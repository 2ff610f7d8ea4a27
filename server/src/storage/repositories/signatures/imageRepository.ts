import type { ImageRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { imageContents, images } from '../../declare/signatureCollections.ts';

export const openImageRepository = (engine: StorageEngine): ImageRepository => {
  const store = engine.collection(images);
  const contents = engine.collection(imageContents);
  return {
    get: async (tenantId, id) => (await store.get(tenantId, id))?.document ?? null,
    getMany: async (tenantId, ids) => (await store.getMany(tenantId, ids)).map((item) => item.document),
    content: async (tenantId, id) => {
      const found = await contents.get(tenantId, id);
      return found && Buffer.from(found.document.content, 'base64');
    },
    list: async (tenantId) => {
      const { items } = await store.page(tenantId, { sort: 'addedAt', descending: true, limit: 1000 });
      return items.map((item) => item.document);
    },
    add: async (tenantId, image, content) => {
      // The bytes first: what is listed can be shown.
      await contents.write(tenantId, [{ put: { id: image.id, content: content.toString('base64') } }]);
      await store.write(tenantId, [{ put: image }]);
    },
    remove: async (tenantId, id) => {
      await store.write(tenantId, [{ delete: id }]);
      await contents.write(tenantId, [{ delete: id }]);
    },
  };
};
