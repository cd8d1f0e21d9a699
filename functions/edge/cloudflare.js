// The portal on Cloudflare: edge and Worker in one program, finished pages behind the ASSETS binding.
// What is a file of the configuration elsewhere (the catalogue) is a module here, and stands in `env` as there.
import catalogue from "./catalogue.bin";
import edge from "./edge.js";
import worker, * as objects from "./worker.js";

const bound = (env) => ({ ...env, CATALOGUE: catalogue });

export default {
  fetch(request, env, context) {
    const behind = { fetch: (passed) => worker.fetch(passed, bound(env), context) };
    return edge.fetch(request, { ...env, WORKER: behind }, context);
  },
};

function object(name) {
  return class extends objects[name] {
    constructor(state, env) {
      super(state, bound(env));
    }
  };
}

export const Agency = object("Agency");
export const Papers = object("Papers");
export const Accounts = object("Accounts");
export const Survey = object("Survey");
export const Statistics = object("Statistics");
export const Limiter = object("Limiter");
